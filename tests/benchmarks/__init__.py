"""The benchmarks and the harness that reads texts made by chance."""

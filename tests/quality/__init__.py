"""The scorer, the texts it reads, and runs beside runs."""

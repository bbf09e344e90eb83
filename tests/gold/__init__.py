"""The project's own gold: readouts of invented states, coded by hand, and what the reader makes of them."""

"""Coherent corpora of any size: what invented states publish of their dealings, year after year."""

"""Tests of the commands that measure the reader."""

"""Meetings of one document: found sentence by sentence, joined where two mentions are one meeting."""

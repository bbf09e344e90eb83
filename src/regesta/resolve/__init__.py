"""Across documents: proposes, with evidence, which records speak of one and the same thing."""

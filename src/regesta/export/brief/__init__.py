"""The brief: what to know of a relationship on the morning of a meeting, two to four pages.

``content`` is what a brief is made of, ``build`` makes one of what stands between two states, one module
a section. ``notes`` numbers what the lines rest on. ``word`` and ``page`` write it, and know nothing else.
"""

"""The interface for programs: read-only, versioned, every item with its citation."""

"""Tests of what is worked out across documents."""

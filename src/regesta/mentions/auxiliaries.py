"""The auxiliary verbs of English: a closed class, with no spelling to add."""

from __future__ import annotations

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am"})
HAVE = frozenset({"have", "has", "had", "having"})
MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must"})
WILL = frozenset({"will", "shall"})
DO = frozenset({"do", "does", "did"})
NOT = frozenset({"not", "n't", "never", "neither"})
AUX = BE | HAVE | MODALS | DO | NOT

"""What may begin at a word, by its letters alone: looked up once for each word as printed."""

from __future__ import annotations

from regesta.rules.names import name_rules

# What may begin with a word; a word may begin several.
NAME = 1  # a personal name: a capital, or a particle joined to one ("al-Sule")
PART = 2  # a word of a personal name, and none of those that no name holds
OFFICE = 4  # an office
HONORIFIC = 8  # "Mr.", "H.E."
ARTICLE = 16  # "the"
PERSON = NAME | OFFICE
_MOST = 1 << 16


class Openings(dict[str, int]):
    """For each word as printed what may begin with it; worked out when a word is first seen.

    So many words are kept that a batch rarely meets the limit; then they are worked out afresh.
    """

    def __init__(
        self,
        openers: frozenset[str],
        capitals: frozenset[str],
        honorifics: frozenset[str],
    ) -> None:
        """Offices begin with ``openers``, with ``capitals`` that have one, and with acronyms."""
        super().__init__()
        self._openers, self._capitals, self._honorifics = openers, capitals, honorifics

    def __missing__(self, text: str) -> int:
        """Work out what may begin with ``text``, which is no empty word."""
        if len(self) >= _MOST:
            self.clear()
        low = text.lower().replace("‑", "-")
        may = self._name(text, low)
        may |= OFFICE if low in self._openers or self._capital_office(text, low) else 0
        may |= HONORIFIC if low in self._honorifics else 0
        may |= ARTICLE if low == "the" else 0
        self[text] = may
        return may

    def _capital_office(self, text: str, low: str) -> bool:
        return text[0].isupper() and (low in self._capitals or (text.isupper() and len(text) > 2))

    def _name(self, text: str, low: str) -> int:
        if not (text[0].isupper() or joined_particle(text)):
            return 0
        rules = name_rules()
        noun = "-" in text and low.partition("-")[0] in rules.nouns.words
        return NAME if noun or low in rules.no_names or not text[0].isalpha() else NAME | PART


def joined_particle(text: str) -> bool:
    """Say whether a word is a particle and a name in one: "al-Sule"."""
    if "-" not in text:
        return False
    head, _, tail = text.partition("-")
    return head in name_rules().joined and tail[:1].isupper()

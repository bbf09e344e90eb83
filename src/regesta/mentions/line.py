"""A stretch of words in which states are marked: what the recognisers of persons read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.mentions.office_words import OfficeLexicon
from regesta.mentions.tokens import Token
from regesta.model.span import Span
from regesta.model.value import value

# Where a state's name begins: the character at which it ends, and the state's code.
StateAt = Mapping[int, tuple[int, str | None]]


@value
class Line:
    """The tokens of a text, where states are named among them, and the words of offices."""

    text: str
    toks: Sequence[Token]
    states: StateAt
    lex: OfficeLexicon

    def low(self, i: int) -> str:
        """Return the lower-case word at ``i``; nothing past the end."""
        toks = self.toks
        return toks[i].low if i < len(toks) else ""

    def mark(self, i: int) -> str:
        """Return the word or mark at ``i`` as printed; nothing past the end."""
        toks = self.toks
        return toks[i].text if i < len(toks) else ""

    def state(self, i: int) -> tuple[int, str | None] | None:
        """Return the token after the state named at ``i``, and its code; None where none is."""
        found = self.states.get(self.toks[i].start)
        if found is None:
            return None
        end, j = found[0], i
        while j < len(self.toks) and self.toks[j].start < end:
            j += 1
        return j, found[1]

    def past_acronym(self, i: int) -> int:
        """Return the token after "(XA)" at ``i``, or ``i`` where no word stands alone in brackets."""
        bracketed = self.mark(i) == "(" and self.mark(i + 2) == ")"
        return i + 3 if bracketed else i

    def words(self, start: int, end: int) -> str:
        """Return the text of tokens ``[start, end)`` with single spaces; there is at least one."""
        return " ".join(self.text[self.toks[start].start : self.toks[end - 1].end].split())

    def span(self, start: int, end: int) -> Span:
        """Return the characters of tokens ``[start, end)``; there is at least one."""
        toks = self.toks
        return Span(toks[start].start, toks[end - 1].end)

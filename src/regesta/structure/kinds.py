"""Kinds: what each block is, decided from its own form and from what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.outline import BlockKind
from regesta.model.value import value
from regesta.rules.sentences import sentence_rules
from regesta.structure.drafts import Draft, final, stopped
from regesta.structure.heads import Head, in_brackets, words_of
from regesta.structure.nesting import Nest

_PLAIN = "plain"
_UNMARKED = "unmarked"
_HEADING_LENGTH = 130
_SUBTITLE_LENGTH = 200


@value
class Place:
    """The kind of a block, its depth, the headings above it and the block that introduces it."""

    kind: BlockKind
    level: int = 0
    headings: tuple[int, ...] = ()
    lead: int | None = None


class _Reader:
    """Goes through the drafts of a text in order and places each."""

    def __init__(self, text: str, drafts: Sequence[Draft], head: Head) -> None:
        self._text = text
        self._drafts = drafts
        self._head = head
        self._nest = Nest()
        self._before: int | None = None
        self._after = self._following()
        self._places: list[Place] = []

    def _following(self) -> list[int | None]:
        """Return for each draft the next one that is no furniture and no aside."""
        found: list[int | None] = [None] * len(self._drafts)
        after: int | None = None
        for index in range(len(self._drafts) - 1, -1, -1):
            found[index] = after
            if not self._drafts[index].furniture and not in_brackets(self._text, self._drafts[index]):
                after = index
        return found

    def read(self) -> list[Place]:
        """Place every draft."""
        for index, draft in enumerate(self._drafts):
            place = self._settled(index, draft) or self._place(index, draft)
            self._places.append(place)
            if place.kind in ("heading", "paragraph", "item", "aside"):
                self._before = index
        return self._places

    def _settled(self, index: int, draft: Draft) -> Place | None:
        """Return the place of what needs no look around: furniture and the head."""
        if index in self._head.datelines or draft.furniture == "dateline":
            return Place("dateline")
        if draft.furniture:
            return Place("furniture", 0, self._nest.headings())
        return self._in_head(index, draft) if index < self._head.length else None

    def _in_head(self, index: int, draft: Draft) -> Place | None:
        title = self._head.title
        if index in self._head.asides:
            return Place("aside")
        if index == title:
            return Place("title")
        if (title is not None and index < title) or self._repeats_title(draft):
            return Place("furniture")
        if title is not None and self._is_subtitle(index, draft):
            return Place("aside")
        return None if draft.label or self._heads_body(index) else Place("paragraph")

    def _is_subtitle(self, index: int, draft: Draft) -> bool:
        """Say whether a line of the head is no sentence: it does not end like one, and is no list's."""
        counted = draft.label is not None and draft.label.counted
        if counted or self._heads_body(index) or draft.end - draft.body > _SUBTITLE_LENGTH:
            return False
        return not stopped(self._text, draft.body, draft.end)

    def _heads_body(self, index: int) -> bool:
        """Say whether the last line before the first sentence is the first of the text's plain headings."""
        after = self._after[index]
        if index != self._head.length - 1 or after is None or not self._drafts[index].gap:
            return False
        if not self._drafts[after].gap or not self._has_heading_form(index):
            return False
        return any(
            self._has_heading_form(later) and self._drafts[later].gap
            for later in range(after + 1, len(self._drafts))
        )

    def _repeats_title(self, draft: Draft) -> bool:
        title = None if self._head.title is None else self._drafts[self._head.title]
        if title is None or draft.label:
            return False
        words = self._words(title)
        return self._words(draft) == words or (
            title.furniture is not None and self._words(draft) == words[1:]
        )

    def _words(self, draft: Draft) -> list[str]:
        return words_of(self._text, draft.body, draft.end)

    def _place(self, index: int, draft: Draft) -> Place:
        if draft.label:
            return self._labelled(index, draft)
        if self._is_aside(index, draft):
            return Place("aside", 0, self._nest.headings())
        if (lead := self._unmarked_lead(draft)) is not None:
            level = self._nest.push(_UNMARKED, index, False, lead)
            return Place("item", level, self._nest.headings(), lead)
        if self._is_plain_heading(index):
            level = self._nest.push(_PLAIN, index, True, None)
            return Place("heading", level, self._above(index))
        self._nest.close_items()
        return Place("paragraph", 0, self._nest.headings())

    def _is_aside(self, index: int, draft: Draft) -> bool:
        if not in_brackets(self._text, draft):
            return False
        return index > 0 and self._places[index - 1].kind in (
            "heading",
            "title",
            "dateline",
            "aside",
            "furniture",
        )

    def _labelled(self, index: int, draft: Draft) -> Place:
        assert draft.label is not None
        *outer, style = draft.label.styles
        heading = self._is_labelled_heading(index, draft, style)
        lead = None if heading else self._lead(style)
        for one in outer:
            self._nest.push(one, index, heading, lead)
        level = self._nest.push(style, index, heading, lead)
        return Place("heading" if heading else "item", level, self._above(index), lead)

    def _above(self, index: int) -> tuple[int, ...]:
        return tuple(one for one in self._nest.headings() if one != index)

    def _lead(self, style: str) -> int | None:
        """Return the block ending in a colon that introduces the list this item belongs to."""
        before = self._before
        sibling = self._nest.sibling(style)
        if sibling is not None and not sibling.heading:
            return sibling.lead
        if before is None or self._places[before].kind not in ("paragraph", "item"):
            return None
        draft = self._drafts[before]
        return before if self._text.endswith((":", "：", ":-", ":–"), draft.start, draft.end) else None

    def _is_labelled_heading(self, index: int, draft: Draft, style: str) -> bool:
        label = draft.label
        after = self._after[index]
        if label is None or after is None or not self._short(draft) or self._lead(style) is not None:
            return False
        if stopped(self._text, draft.body, draft.end) and not self._titled_colon(draft):
            return False
        if not label.counted and (index < self._head.length or draft.end - draft.body > 80):
            return False
        sibling = self._nest.sibling(style)
        if sibling is not None and (
            sibling.heading or not self._names_thing(draft, self._drafts[sibling.index])
        ):
            return sibling.heading
        return self._opens_text(style, label.counted, self._drafts[after])

    def _names_thing(self, draft: Draft, sibling: Draft) -> bool:
        """Say whether a line in a list of sentences is a few words that name a thing: a heading after all."""
        words = self._words(draft)
        if not 0 < len(words) <= 6 or words[0] in sentence_rules().starters:
            return False
        return final(self._text, sibling.start, sibling.end)

    def _opens_text(self, style: str, counted: bool, after: Draft) -> bool:
        """Say whether what follows a short labelled line is text under it rather than the next of a list."""
        if after.label is None:
            return self._is_text(after) or self._leads(after)
        if after.label.styles[-1] == style or self._nest.sibling(after.label.styles[-1]):
            return False
        return counted or self._is_text(after)

    def _short(self, draft: Draft) -> bool:
        if draft.end - draft.body > _HEADING_LENGTH:
            return False
        words = self._words(draft)
        return len(words) <= 18 and not (len(words) > 2 and words[0] in sentence_rules().pronouns)

    def _titled_colon(self, draft: Draft, named: bool = False) -> bool:
        """Say whether a line is a heading that ends in a colon ("1. Energy:"); ``named``: in capitals."""
        if not self._text.endswith((":", "："), draft.start, draft.end):
            return False
        words, rules = self._words(draft), sentence_rules()
        if not 0 < len(words) <= 5 or words[0] in rules.starters or words[-1].lower() in rules.linking:
            return False
        return not named or not any(word[0].islower() and word not in rules.titles.places for word in words)

    def _is_text(self, draft: Draft) -> bool:
        return final(self._text, draft.start, draft.end) or draft.end - draft.start > _HEADING_LENGTH

    def _unmarked_lead(self, draft: Draft) -> int | None:
        """Return the lead of a list item without a bullet: a small-lettered line right under a colon."""
        before = self._before
        if before is None or draft.gap or not self._text[draft.start].islower():
            return None
        sibling = self._nest.sibling(_UNMARKED)
        return sibling.lead if sibling is not None else self._lead(_UNMARKED)

    def _has_heading_form(self, index: int) -> bool:
        """Say whether an unlabelled line is short, without a stop, with text or a list after it."""
        draft, after = self._drafts[index], self._after[index]
        if draft.furniture or draft.label or after is None or not self._short(draft):
            return False
        if stopped(self._text, draft.start, draft.end) and not self._titled_colon(draft, named=True):
            return False
        if self._text[draft.start].islower() or draft.end - draft.start > 100:
            return False
        follower = self._drafts[after]
        return follower.label is not None or self._is_text(follower) or self._leads(follower)

    def _is_plain_heading(self, index: int) -> bool:
        """Say whether an unlabelled line is a heading: of that form, after text or another heading."""
        before = self._before
        if not self._has_heading_form(index):
            return False
        return before is None or self._places[before].kind == "heading" or self._closed(before)

    def _leads(self, draft: Draft) -> bool:
        return self._text.endswith((":", "："), draft.start, draft.end)

    def _closed(self, index: int) -> bool:
        """Say whether the block before ends like text, so that a heading may follow it."""
        draft = self._drafts[index]
        if self._is_text(draft) or self._leads(draft):
            return True
        return draft.label is not None or self._places[index].kind == "aside"


def places(text: str, drafts: Sequence[Draft], head: Head) -> list[Place]:
    """Return the place of each draft, in order."""
    return _Reader(text, drafts, head).read()

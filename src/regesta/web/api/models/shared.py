"""What all answers share: words with their citation, pages of lists, how dates and codes are told."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
_EDTF = "A day, month, season, year or interval of ISO 8601-2 (EDTF); an unknown year is XXXX."
When = Annotated[str | None, Field(description=_EDTF, examples=["2031-07-20", "2031-08-21/2031-08-31"])]
Basis = Annotated[
    str | None,
    Field(
        description="On what a date rests: stated, title, published, given, corrected (set by a person), or"
        " that it is inferred from content, a sibling (another document), a convention or outside knowledge.",
        examples=["stated"],
    ),
]
Codes = Annotated[list[str], Field(description="Codes of states, or EU or UN.", examples=[["XA", "XB"]])]
Topics = Annotated[list[str], Field(description="Ids of topics.", examples=[["fisheries"]])]
Confidence = Annotated[
    float, Field(description="How sure the reading is, between 0 and 1; see docs/reading.md.", ge=0, le=1)
]


class Item(BaseModel):
    """The root of all answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Item):
    """Words of a document, where they stand in its frozen text, and their citation."""

    document: str = Field(description="The id of the document.", examples=["d-1c6f8a2db874347c"])
    start: int = Field(description="The first character of the words in the frozen text.", examples=[120])
    end: int = Field(description="The character behind the last one.", examples=[155])
    quote: str = Field(description="The words, character for character.", examples=["will meet in Halden"])
    sha256: str = Field(description="The sha256 of the frozen text (UTF-8).")
    citation: str = Field(
        description="The citation for people: publisher, title, kind, day, place in the text."
    )
    source: str | None = Field(description="The address of the publisher's page, where it is known.")
    href: str = Field(description="The address of these words in the reading room.")


class Page(Item, Generic[T]):
    """A page of a list, the newest first; what has no day stands last."""

    items: list[T]
    next: str | None = Field(
        description="The address of the next page, null on the last. What is added meanwhile moves nothing."
    )


class Problem(Item):
    """What was wrong, in one sentence (RFC 9457)."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["The ledger has no document 'd-0'."])

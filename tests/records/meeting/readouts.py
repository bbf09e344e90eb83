"""Meetings read from a few lines of readout of invented states: Arvania (XA), Brevonia (XB), Corvia (XC)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from regesta.engine.read import read_document
from regesta.model.document import Page, Source
from regesta.model.reading import Reading
from regesta.model.records import Meeting

PACK = Path(__file__).resolve().parents[2] / "gold" / "pack.yml"
DAY = "2031-05-20"


def read(text: str, *, published: str | None = DAY, country: str | None = "XA") -> Reading:
    """Read ``text`` as a page that Arvania's ministry published on 20 May 2031, unless told otherwise."""
    raw = text.encode()
    source = Source(file="readout.txt", country=country, published=published)
    page = Page(text, source, hashlib.sha256(raw).hexdigest(), raw)
    return read_document(page, topics=(PACK,))


def meetings(text: str, *, published: str | None = DAY, country: str | None = "XA") -> tuple[Meeting, ...]:
    """Return the meetings of ``text``."""
    return read(text, published=published, country=country).records.meetings


def only(text: str) -> Meeting:
    """Return the one meeting of ``text``; a test that uses it expects no other."""
    (found,) = meetings(text)
    return found


def lead(text: str) -> Meeting:
    """Return the main meeting of ``text``: there is one."""
    (found,) = [meeting for meeting in meetings(text) if meeting.main]
    return found


def others(text: str) -> list[Meeting]:
    """Return the meetings of ``text`` beside the main ones."""
    return [meeting for meeting in meetings(text) if not meeting.main]


def who(meeting: Meeting) -> list[str]:
    """Return the names of the participants in order."""
    return [actor.name for actor in meeting.participants]


MET = "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia in Halden on 18 May 2031."

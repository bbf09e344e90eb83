"""A ledger with two hand-made readings, so that printing is tested apart from reading."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from regesta.cli.main import main
from regesta.ledger import Ledger
from regesta.model.document import Document, Page, Source
from regesta.model.reading import Reading
from regesta.model.records import (
    Account,
    Actor,
    Commitment,
    Meeting,
    Part,
    Records,
    Repeat,
    Request,
    Statement,
    Term,
    Unread,
)
from regesta.model.span import Span

# What a process needs to run the same code as this one, wherever it was imported from.
SAME_CODE = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
NOW = "2031-06-01T00:00:00Z"
QUILL = Actor("person", "Ada Quill", "XA", "Foreign Minister")
TARN = Actor("person", "Bo Tarn", "XB", "Foreign Minister")
FIRST = (
    "Ms. Ada Quill met Mr. Bo Tarn on 4 May 2031 for 60 minutes.\n"
    "Ms. Quill urged Mr. Tarn to open the ferry to the Outer Skerries.\n"
    "Avaria will send a list of ports by 5 June.\n"
    "Avaria wishes to help.\n"
    "The lamps were lit.\n"
    "The lamps were lit.\n"
)
SECOND = "Mr. Bo Tarn thanked Ms. Ada Quill. Snow fell. Snow fell again."


@dataclass(frozen=True)
class Done:
    """What a run of the program gave back."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run ``regesta`` in this process, with ``environment`` as its whole environment."""
    stdout, stderr = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with (
        patch.object(sys, "argv", ["regesta", *map(str, arguments)]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        patch.object(sys, "stdout", stdout),
        patch.object(sys, "stderr", stderr),
        patch.dict(os.environ, environment, clear=True),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    return Done(int(ended.value.code or 0), _written(stdout), _written(stderr))


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def spawn(
    *arguments: str | Path, stdin: bytes = b"", without: tuple[str, ...] = (), **environment: str
) -> Done:
    """Run ``regesta`` as its users do, in a process of its own; packages ``without`` are not there."""
    program = f"import sys; sys.modules.update(dict.fromkeys({without!r})); "
    ended = subprocess.run(
        [sys.executable, "-c", program + "from regesta.cli.main import main; main()", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=SAME_CODE | environment,
        check=False,
        timeout=120,
    )
    return Done(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))


def at(text: str, words: str, start: int = 0) -> Span:
    """Where ``words`` stand in ``text`` from ``start`` on."""
    found = text.index(words, start)
    return Span(found, found + len(words))


def reading(text: str, file: str, records: Records, **known: str | None) -> Reading:
    """A reading of ``text`` by nobody."""
    digest = sha256(text.encode()).hexdigest()
    page = Page(text, Source(file=file), digest, text.encode())
    document = Document(
        file, digest, None, "Ministry of Foreign Affairs of Avaria", "given", "XA", "given", "XB", "readout",
        "hand", "en", None, None, "2031-05-05", "given",
    )  # fmt: skip
    return Reading(page, replace(document, **known), records, "hand-1")  # type: ignore[arg-type]


def first() -> Reading:
    """A meeting whose parts do not add up, one record of each kind, a repeated line."""
    meeting = Meeting(
        "m-1", at(FIRST, "Ms. Ada Quill met Mr. Bo Tarn on 4 May 2031"), True, "foreign_ministers",
        "in_person", "held", "2031-05-04", "stated", "4 May 2031", "Port Avar", "XA", (QUILL, TARN), None, 60,
        (Part("plenary", None, 35), Part("alone", None, 15)), rule="met",
    )  # fmt: skip
    urged = Statement(
        "s-1", at(FIRST, "Ms. Quill urged Mr. Tarn to open the ferry to the Outer Skerries."), "urged",
        at(FIRST, "urged"), "urge", False, (QUILL,), TARN, ("transport",), None,
        at(FIRST, "to open the ferry to the Outer Skerries"), "urge", 0.6,
    )  # fmt: skip
    promise = Commitment(
        "c-1", at(FIRST, "Avaria will send a list of ports by 5 June."), ("XA",), "send a list", 4,
        "2031-06-05", "content", "by 5 June", None, ("transport",), "will",
    )  # fmt: skip
    intent = Commitment(
        "c-2", at(FIRST, "Avaria wishes to help."), ("XA",), "help", 1, None, None, None, None, (), "wish"
    )
    term = Term("t-1", at(FIRST, "Outer Skerries"), "Outer Skerries", "islands", "XA", "term.islands", 0.95)
    asked = Request(
        "r-1", urged.span, "urge", (QUILL,), (TARN,), "to open the ferry to the Outer Skerries",
        at(FIRST, "to open the ferry to the Outer Skerries"), False, False, None, None, None, None,
        ("transport",), "s-1", "ask.urge", 0.4,
    )  # fmt: skip
    one = at(FIRST, "The lamps were lit.")
    two = at(FIRST, "The lamps were lit.", one.end)
    read = tuple(Account(item.span, "record") for item in (meeting, urged, promise, intent))
    records = Records(
        (meeting,), (urged,), (promise, intent), (term,), (Repeat(one, two),), (Unread(one, "no verb"),),
        (*read, Account(one, "unread"), Account(two, "repeated")), (asked,),
    )  # fmt: skip
    return reading(FIRST, "2031/first.txt", records)


def second(published: str | None = "2031-05-20") -> Reading:
    """The other side's short account, mostly unread."""
    thanked = Statement(
        "s-2", at(SECOND, "Mr. Bo Tarn thanked Ms. Ada Quill."), "thanked", at(SECOND, "thanked"), "thank",
        False, (TARN,), QUILL, (), None, None, "thank",
    )  # fmt: skip
    snow, again = at(SECOND, "Snow fell."), at(SECOND, "Snow fell again.")
    records = Records(
        statements=(thanked,),
        unread=(Unread(snow, "no actor"), Unread(again, "no actor")),
        accounts=(Account(thanked.span, "record"), Account(snow, "unread"), Account(again, "unread")),
    )
    publisher = "Foreign Office of Borland"
    return reading(
        SECOND, "second.txt", records, publisher=publisher, side="XB", counterpart="XA", published=published
    )


def fill(path: Path, *readings: Reading) -> Path:
    """Make a ledger at ``path`` that holds ``readings``; return the path."""
    with Ledger.open(path, create=True) as ledger:
        for one in readings:
            ledger.add(one, now=NOW)
    return path

"""An e-mail becomes text: its head, its words, and each file that came with it as a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from io import BytesIO

from regesta.model.document import Furniture, Source
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.reading.bounds import DEPTH, Budget
from regesta.reading.extract import Extract
from regesta.reading.part import Expand, Part, failed, inside, shared

MAIL = "message/rfc822"
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:")
_TOLD = frozenset({"from", "subject", "date", "to"})
_SURE = frozenset({"mime-version", "message-id", "received", "return-path", "content-type", "dkim-signature"})
_HEAD = 2**16
_LEFT = ("image/", "audio/", "video/", "font/", "application/pgp", "application/pkcs7", "text/calendar")
_BROKEN = (
    MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError,
)  # fmt: skip
"""What the standard library's parser raises for the malformed heads of messages."""


def is_mail(head: bytes, name: str) -> bool:
    """Say whether some bytes are a message: they begin with the head of one.

    A text that begins with "From:" and "Subject:" is none, unless its name ends with ``.eml``.
    """
    if not _HEADER.match(head[:80].decode("latin-1")):
        return False
    lines = head[:_HEAD].decode("latin-1").replace("\r\n", "\n").split("\n\n", 1)[0].split("\n")
    starts = [line for line in lines if not line.startswith((" ", "\t"))]
    if not starts or not all(_HEADER.match(line) for line in starts):
        return False
    names = {line.split(":", 1)[0].lower() for line in starts}
    told = len(names & _TOLD)
    return told >= 2 and bool(names & _SURE) if not name.lower().endswith(".eml") else told >= 1


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was opened: its text, and the parts of it that are files."""

    extract: Extract
    encoding: str
    files: tuple[EmailMessage, ...]


def read_mail(raw: bytes, name: str, limit: int) -> Message:
    """Return the text of a message: From, Date and Subject of its head, as furniture, and its words.

    Of several forms of its words the plain one is taken, where it holds about as much as the other. The
    day of its date stands for the day of publication where the text has no date line. Raises
    :class:`RegestaError` for a message that is broken or has no words.
    """
    try:
        found = message_from_bytes(raw, policy=policy.default)
        if not isinstance(found, EmailMessage):
            raise TypeError("another policy")
        head = [(key, _value(found, key)) for key in ("From", "Date", "Subject")]
        body, encoding, chosen = _body(found, name, limit)
        files = tuple(_files(found, chosen))
        notes = _left_out(found, files, chosen)
        return Message(_extract(head, body, notes, _day(found)), encoding, files)
    except _BROKEN as problem:
        told = " ".join(str(problem).split()).rstrip(".")[:120] or type(problem).__name__
        raise RegestaError(f"{name}: the message is broken ({told}); save it again as .eml.") from problem


def of_mail(
    message: Message, name: str, given: Source, budget: Budget, depth: int, expand: Expand
) -> Iterator[Part]:
    """Yield the documents of the files that came with a message."""
    for number, one in enumerate(message.files, 1):
        own = budget.named(inside(name, one.get_filename() or f"attachment {number}"))
        if depth >= DEPTH:
            yield failed(
                own, RegestaError(f"{own}: it is packed {DEPTH} deep; save it and add it for itself.")
            )
            continue
        raw = _raw(one)
        try:
            budget.take(len(raw), own)
        except RegestaError as problem:
            yield failed(own, problem)
            return
        yield from expand(BytesIO(raw), own, shared(given), budget, depth + 1)


def _value(message: EmailMessage, key: str) -> str:
    return " ".join(str(message.get(key, "")).split())


def _day(message: EmailMessage) -> str | None:
    when = getattr(message.get("Date"), "datetime", None)
    return when.date().isoformat() if when else None


def _body(message: EmailMessage, name: str, limit: int) -> tuple[str, str, list[EmailMessage]]:
    """Return the words of a message, their encoding, and the parts in which they stand."""
    plain, html = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    chosen = [one for one in (plain, html) if isinstance(one, EmailMessage)]
    read = [_words(one, name, limit) for one in chosen]
    kept = [pair for pair in read if pair[0].strip()]
    if not kept:
        return "", "utf-8", chosen
    best = kept[0] if 2 * len(kept[0][0].split()) >= len(kept[-1][0].split()) else kept[-1]
    return *best, chosen


def _words(part: EmailMessage, name: str, limit: int) -> tuple[str, str]:
    from regesta.reading.page import read_bytes  # noqa: PLC0415  which reads messages itself

    raw = _raw(part)
    if not raw.strip():
        return "", "utf-8"
    inner = "message.html" if part.get_content_subtype() == "html" else "message.txt"
    try:
        page = read_bytes(raw, inner, Source(), limit=limit, charset=part.get_content_charset())
    except RegestaError as problem:
        raise RegestaError(str(problem).replace(inner, name, 1)) from problem
    flowed = inner.endswith("txt") and part.get_param("format") == "flowed"
    return (_unfolded(page.text) if flowed else page.text), page.encoding


def _unfolded(text: str) -> str:
    """Put lines together that a program folded: those that end with a blank (RFC 3676)."""
    return re.sub(r"(?m)(?<!^--) \r?\n(?=[^\r\n>])", " ", text)


def _files(message: EmailMessage, chosen: list[EmailMessage]) -> Iterator[EmailMessage]:
    """Yield the parts that are files and may be documents, those of forwarded messages with these."""
    todo = [message]
    while todo:
        part = todo.pop()
        if part.get_content_type() == MAIL and part is not message:
            yield part
        elif part.is_multipart():
            todo.extend(one for one in reversed(list(part.iter_parts())) if isinstance(one, EmailMessage))
        elif part not in chosen and _is_file(part) and not part.get_content_type().startswith(_LEFT):
            yield part


def _is_file(part: EmailMessage) -> bool:
    return part.get_filename() is not None or part.get_content_disposition() == "attachment"


def _left_out(
    message: EmailMessage, files: tuple[EmailMessage, ...], chosen: list[EmailMessage]
) -> tuple[str, ...]:
    rest = [
        part.get_filename() or part.get_content_type()
        for part in message.walk()
        if not part.is_multipart() and part not in files and part not in chosen and _is_file(part)
        and part.get_content_type().startswith(_LEFT)
    ]  # fmt: skip
    return (f"what came with it and is no text was left out: {', '.join(rest[:5])}",) if rest else ()


def _raw(part: EmailMessage) -> bytes:
    """Return the bytes of a part as its sender had them."""
    if part.get_content_type() == MAIL:
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _extract(head: list[tuple[str, str]], body: str, notes: tuple[str, ...], day: str | None) -> Extract:
    lines = [f"{key}: {value}" for key, value in head if value]
    furniture, at = [], 0
    for line in lines:
        furniture.append(Furniture(Span(at, at + len(line)), "boilerplate", "mail_head"))
        at += len(line) + 1
    text = "\n".join(lines) + ("\n\n" if lines else "") + body.strip("\r\n")
    return Extract(
        text if body.strip() else "", None, tuple(furniture), notes, dict(head)["Subject"] or None, day
    )

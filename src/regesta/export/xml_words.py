"""Elements of TEI: built with text that XML can hold, and dates in the attributes that TEI has for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from regesta.model.edtf import OPEN, UNKNOWN_YEAR, bounds

TEI = "http://www.tei-c.org/ns/1.0"
FRUS = "http://history.state.gov/frus/ns/1.0"
SPACES: dict[str | None, str] = {None: TEI, "frus": FRUS}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_POINT = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")


def element(
    name: str,
    attributes: Mapping[str, str | None] | None = None,
    *content: etree._Element | str | None,
) -> etree._Element:
    """Return an element of TEI with attributes that are not None, and its content in order."""
    spaces = SPACES if attributes and any(FRUS in key for key in attributes) else {None: TEI}
    made = etree.Element(f"{{{TEI}}}{name}", nsmap=spaces)
    for key, value in (attributes or {}).items():
        if value is not None:
            made.set(key, held(value))
    for one in content:
        if isinstance(one, str):
            _append(made, held(one))
        elif one is not None:
            made.append(one)
    return made


def on_lines(one: etree._Element) -> etree._Element:
    """Return an element that holds elements alone, with each of them, and what follows it, on a line."""
    one.text = one.tail = "\n"
    for child in one:
        child.tail = "\n"
    return one


def held(words: str) -> str:
    """Return words with U+FFFD for each character that XML cannot hold, so that places stay the same."""
    return _NOT_XML.sub("\ufffd", words)


def name_token(*parts: str) -> str:
    """Return an id in XML made of ids of ours, which begin with a letter."""
    return _NOT_IN_NAMES.sub("-", "_".join(parts))


def dated(edtf: str | None) -> dict[str, str | None]:
    """Return the attributes of a date: ``when`` for a point, ``notBefore`` and ``notAfter`` for a window.

    Without a known year there are none: the words of the element say it.
    """
    if edtf is None or UNKNOWN_YEAR in edtf:
        return {}
    if _POINT.fullmatch(edtf):
        return {"when": edtf}
    days = bounds(edtf)
    if days is None:
        return {}
    begin, _, end = edtf.partition("/")
    return {
        "notBefore": None if begin == OPEN else days[0],
        "notAfter": None if end == OPEN else days[1],
    }


def times(edtf: str | None) -> dict[str, str | None]:
    """Return the first and last moment of a day or window, as the volumes of FRUS state them of a document.

    No zone is given, since none is known of a day.
    """
    days = bounds(edtf) if edtf else None
    if days is None or (edtf and OPEN in edtf):
        return {}
    return {
        f"{{{FRUS}}}doc-dateTime-min": f"{days[0]}T00:00:00",
        f"{{{FRUS}}}doc-dateTime-max": f"{days[1]}T23:59:59",
    }


def _append(parent: etree._Element, words: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words

"""From bytes to text: UTF-8 first and strictly, else what charset-normalizer finds plausible."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from regesta.model.finding import RegestaError

_BOMS = (  # the longer mark first: UTF-32-LE begins with the mark of UTF-16-LE
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the web and offices have written in; the detector knows many more that only mislead it.
_PLAUSIBLE = [
    *("cp1252", "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1250", "iso8859_2", "cp1253"),
    *("iso8859_7", "cp1254", "cp1255", "cp1256", "iso8859_6", "cp1257", "cp1258"),
    *("shift_jis", "cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "iso2022_kr"),
]
_LATIN = frozenset({"cp1252", "latin_1", "iso8859_1", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1258"})
_TYPOGRAPHIC = "‘’“”„‚–—…•«»‹›\xa0°§€£©®™º½¼²¹"
# Letters beyond ASCII of languages that share the code pages of _LATIN.
_ALPHABETS = {
    "cp1252": ("àâæçéèêëîïôœùûüÿ", "áéíñóúü¿¡", "àáâãçéêíóôõú", "äöüß", "àèéìíòóù", "åäöæøé", "áðéíóúýþæö"),
    "cp1250": ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    "cp1254": ("çğıİöşüâî",),
}
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{1,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})""", re.I
)
# Web labels that mean a larger code page than their name says, and codecs that are none of a page.
_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
} | dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252")
_REFUSED = frozenset(
    {"utf-7", "utf7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"}
)
_ENOUGH = 65536


class Decoded(NamedTuple):
    """Text and the codec that made it: ``raw.decode(encoding) == text``."""

    text: str
    encoding: str


def decode(raw: bytes, where: str, hint: str | None = None) -> Decoded:
    """Decode ``raw``; ``hint`` is what the page or its sender declares.

    Promises ``raw.decode(result.encoding) == result.text``; a leading mark of UTF-8 stays in the
    text. Raises RegestaError when no encoding fits; ``where`` names the file in that sentence.
    """
    marked = next((name for mark, name in _BOMS if raw.startswith(mark)), None)
    for name in (marked, _seven_bit(raw), _unmarked_utf16(raw), "utf-8", hint):
        found = _strictly(raw, name) if name else None
        if found is not None:
            return found
    guess = None if b"\0" in raw else _guess(raw)
    if guess is None:
        raise RegestaError(
            f"{where}: its bytes fit no known text encoding; save it as UTF-8 and add it again."
        )
    return guess


def declared(raw: bytes) -> str | None:
    """Return the encoding that a web page declares near its beginning, as Python knows it."""
    found = _DECLARED.search(raw[:4096])
    label = found[1].decode("ascii", "replace").lower() if found else None
    return _LABELS.get(label, label) if label and label.replace("-", "_") not in _REFUSED else None


def _strictly(raw: bytes, name: str) -> Decoded | None:
    """Decode without mercy; None when the codec is unknown, is not one of text, or does not fit."""
    try:
        codec = codecs.lookup(name)
        text = raw.decode(codec.name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if _surrogates(text) else Decoded(text, codec.name)


def _surrogates(text: str) -> bool:
    """Say whether ``text`` holds halves of characters, which UTF-7 and the like let through."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _seven_bit(raw: bytes) -> str | None:
    """Name ISO-2022-JP, which looks like ASCII but for its escapes, where all the bytes are of it."""
    if (b"\x1b$B" in raw or b"\x1b$@" in raw) and raw.isascii():
        return "iso2022_jp"
    return None


def _unmarked_utf16(raw: bytes) -> str | None:
    """Name the byte order of UTF-16 without a mark, seen by NULs on one side of most pairs."""
    head = raw[:_ENOUGH]
    if len(raw) % 2 or len(head) < 4 or b"\0" not in head:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _guess(raw: bytes) -> Decoded | None:
    """Ask the detector on a bounded head, settle Latin pages by alphabet, decode the whole strictly."""
    best = from_bytes(raw[:_ENOUGH], cp_isolation=_PLAUSIBLE).best()
    if best is None:
        return None
    names = _by_alphabet(raw[:_ENOUGH]) if best.encoding in _LATIN else []
    return next((d for n in [*names, best.encoding] if (d := _strictly(raw, n)) is not None), None)


def _by_alphabet(head: bytes) -> list[str]:
    """Order the Latin code pages by how much of the text one real alphabet explains."""
    high = bytes(b for b in head if b > 127)

    def explained(name: str) -> int:
        letters = high.decode(name, "replace").lower()
        return max(sum(c in alphabet or c in _TYPOGRAPHIC for c in letters) for alphabet in _ALPHABETS[name])

    return sorted(_ALPHABETS, key=lambda name: -explained(name))

"""A small printing press: PDF files made of lines at places of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter

LEADING = 14.0


@dataclass(frozen=True)
class Put:
    """A line of a page: its words, where it begins, in points from the lower left corner, and its face."""

    text: str
    x: float
    y: float
    size: float = 11.0
    bold: bool = False


def pdf(pages: Sequence[Sequence[Put]], *, title: str | None = None, picture: bool = False) -> bytes:
    """Print pages of lines; a page with a ``picture`` shows a grey square beside them."""
    objects: list[bytes] = [b"", b""]
    for lines in pages:
        drawn = "\n".join(_drawn(line) for line in lines) + (
            "\nq 10 0 0 10 0 0 cm /P Do Q" if picture else ""
        )
        stream = drawn.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font <<"
            b" /F %s /B %s >> /XObject << %s >> >> >>"
            % (
                len(objects),
                _font(b"Helvetica"),
                _font(b"Helvetica-Bold"),
                b"/P %d 0 R" % (2 * len(pages) + 3) if picture else b"",
            )
        )
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(pages)))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n\x80\nendstream"
    )
    objects.append(b"<< /Title (%s) /CreationDate (D:20310504101500Z) >>" % (title or "").encode("cp1252"))
    return _file(objects)


def _font(name: bytes) -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name


def _drawn(line: Put) -> str:
    words = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    face = "B" if line.bold else "F"
    return f"BT /{face} {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm ({words}) Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    begin, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        size - 1,
        begin,
    )
    return bytes(out)


def column(
    words: str, x: float = 72.0, top: float = 720.0, size: float = 11.0, *, bold: bool = False
) -> list[Put]:
    """Lines of a column: a line of ``words`` each, an empty one leaves half a line free."""
    found, y = [], top
    for line in words.split("\n"):
        if line.strip():
            indent = len(line) - len(line.lstrip())
            found.append(Put(line.strip(), x + 5.0 * indent, y, size, bold))
        y -= LEADING if line.strip() else LEADING / 2
    return found


def locked(raw: bytes, password: str, owner: str | None = None, by: str = "RC4-128") -> bytes:
    """The same PDF encrypted; with an empty ``password`` anybody may read it."""
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(raw))), BytesIO()
    writer.encrypt(password, owner, algorithm=by)
    writer.write(out)
    return out.getvalue()

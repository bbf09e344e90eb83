"""A PDF becomes text: what is on its pages, in order, and nothing of it lost in silence."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from regesta.model.finding import RegestaError
from regesta.reading.extract import Extract, Sheet
from regesta.reading.pdf.columns import columns
from regesta.reading.pdf.pages import Printed, PrintedPage, printed
from regesta.reading.pdf.paragraphs import Paragraph, joint, known_words, paragraphs
from regesta.reading.pdf.running import Running, running
from regesta.rules.printed import printed_rules

_UNKNOWN = 0.2


def read_pdf(raw: bytes, where: str) -> Extract:
    """Return the text of a PDF with the way back to its pages.

    Lines are put together to paragraphs; running heads, feet and page numbers are furniture and stand
    between paragraphs. Raises :class:`RegestaError` for a PDF that is locked or broken, has no text, or
    letters that nobody can tell, and for one beyond the bounds.
    """
    found = printed(raw, where)
    _check(found.pages, where)
    aside = running([page.lines for page in found.pages])
    away = {one.line for one in aside}
    body = [
        column
        for page in found.pages
        for column in columns([line for line in page.lines if line not in away])
    ]
    sheet = _written(paragraphs(body), aside)
    title = found.title if found.title and not printed_rules().titles.fits(found.title) else None
    return Extract(sheet.text, sheet.way, sheet.furniture, _notes(found), title, found.made)


def _check(pages: Sequence[PrintedPage], where: str) -> None:
    letters = "".join(line.text for page in pages for line in page.lines)
    if not letters:
        scanned = any(page.pictures for page in pages)
        what = "only pictures of its pages, as a scan has" if scanned else "nothing but empty pages"
        raise RegestaError(
            f"{where}: the PDF has no text, {what}; put it through text recognition and add the result."
        )
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in letters)
    if unknown > _UNKNOWN * len(letters):
        raise RegestaError(
            f"{where}: the PDF does not say which letters its signs are; put it through text recognition and"
            " add the result."
        )


def _notes(found: Printed) -> tuple[str, ...]:
    """Say which pages show pictures and no text: what is written in the pictures is not read."""
    blind = [page.number for page in found.pages if not page.lines and page.pictures]
    if not blind:
        return ()
    many = len(blind) > 1
    named = ", ".join(map(str, blind[:20])) + (" …" if len(blind) > 20 else "")
    return (f"page{'s' if many else ''} {named} {'have' if many else 'has'} pictures and no text",)


def _written(found: Sequence[Paragraph], aside: Sequence[Running]) -> Sheet:
    """Write paragraphs down; the furniture of pages comes between them, where no paragraph is cut."""
    sheet, join = Sheet("page"), joint(known_words(found))
    waiting = deque(sorted(aside, key=lambda one: (one.line.page, not one.head, -one.line.y, one.line.x)))
    was_tight = False
    for one in found:
        _put_aside(sheet, waiting, one.lines[0].page)
        sheet.apart("\n" if one.tight and was_tight else "\n\n")
        was_tight = one.tight
        for index, line in enumerate(one.lines):
            if index:
                cut, between = join(one.lines[index - 1].text, line.text)
                sheet.cut(cut)
                sheet.write(between, one.lines[index - 1].page)
            sheet.write(line.text, line.page)
    _put_aside(sheet, waiting, None)
    return sheet


def _put_aside(sheet: Sheet, waiting: deque[Running], page: int | None) -> None:
    """Write the furniture that stands before this page's text, all of it for None."""
    between = "\n\n"
    while waiting and (page is None or _is_due(waiting[0], page)):
        one = waiting.popleft()
        sheet.apart(between)
        sheet.aside(one.line.text, one.line.page, one.rule)
        between = "\n"


def _is_due(one: Running, page: int) -> bool:
    return one.line.page < page or (one.head and one.line.page == page)

"""Plain text: the frozen text is the decoded file, and bad files get one sentence each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.reading import expand, read_bytes, read_file

WRITING = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t"), min_size=1
).filter(
    lambda text: bool(text.replace("\ufeff", "").strip()) and not text.lstrip("\ufeff \r\n\t").startswith("<")
)


@for_all(WRITING)
def test_the_text_is_the_file_and_furniture_lies_in_order(text: str) -> None:
    raw = text.encode("utf-8")
    page = read_bytes(raw, "a.txt")
    assert page.text == raw.decode("utf-8") == text
    assert page.text == raw.decode(page.encoding)
    assert page.raw == raw
    ends = 0
    for item in page.furniture:
        assert ends <= item.span.start < item.span.end <= len(text)
        assert item.span.of(text)
        ends = item.span.end


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    raw = b"\xef\xbb\xbfVisit of the Envoy\r\n3 May 2021\rThe envoys met.\n"
    page = read_bytes(raw, "-")
    assert page.text == raw.decode("utf-8")
    assert [(f.rule, f.span.of(page.text)) for f in page.furniture] == [
        ("byte_order_mark", "\ufeff"),
        ("dateline", "3 May 2021"),
    ]


LANGUAGES = [
    ("cp1252", "The Minister’s visit – the “first” of its kind – was agreed over a tête-à-tête in São Lino."),
    ("cp1252", "La ministre a été reçue à l'ambassade; la réunion a porté sur la coopération économique."),
    ("cp1250", "Vlády obou zemí se dohodly na společném postupu při řešení krize v příštím roce."),
    ("cp1251", "Министр встретился сегодня с послом. Стороны обсудили вопросы торговли и обмена студентами."),
    ("koi8_r", "Министр встретился сегодня с послом. Стороны обсудили вопросы торговли и обмена студентами."),
    ("shift_jis", "大臣は本日、大使と会談を行い、両国の貿易について意見を交換しました。"),
    ("iso2022_jp", "大臣は本日、大使と会談を行い、両国の貿易について意見を交換しました。"),
    ("gb18030", "部长今天会见了大使，双方就贸易问题交换了意见，并同意明年再次会晤。"),
    ("utf-16", "The envoys met in Varmont."),
    ("utf-16-le", "The envoys met in Varmont."),
    ("utf-16-be", "The envoys met in Varmont."),
    ("utf-32", "The envoys met in Varmont."),
]


@pytest.mark.parametrize(("encoding", "text"), LANGUAGES)
def test_other_encodings_are_found_and_declared(encoding: str, text: str) -> None:
    raw = text.encode(encoding)
    page = read_bytes(raw, "a.txt")
    assert page.text == text == raw.decode(page.encoding)


BAD = [
    (b"", "empty"),
    (b" \n\n\xef\xbb\xbf", "only blanks"),
    (b"\x00\x01\x02text\x00\xff", "no known text encoding"),
    (b"text \x00 with a NUL", "binary"),
    (bytes(range(1, 32)) * 20, "binary"),
    (b"%PDF-1.7 ...", "the PDF is broken"),
    (b"PK\x03\x04....", "the ZIP file is broken"),
    (bytes(range(128, 256)) * 4, "no known text encoding"),
]


@pytest.mark.parametrize(("raw", "sentence"), BAD)
def test_bad_bytes_get_one_sentence_that_names_the_file(raw: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    with pytest.raises(RegestaError, match=sentence) as caught:
        read_file(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_limit_is_kept_and_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The envoys met. " * 100, encoding="utf-8")
    with pytest.raises(RegestaError, match="more than the limit of 1,000 bytes"):
        read_file(path, limit=1000)
    assert read_file(path).source.file == "long.txt"


@pytest.mark.parametrize("filler", ["The envoys met and agreed. ", " ", "photo: ", "Back to ", "a", "#"])
def test_a_single_line_of_20_megabytes_is_read(filler: str) -> None:
    raw = (filler * (20 * 2**20 // len(filler))).encode() + b"."
    assert len(read_bytes(raw, "long.txt").text) == len(raw)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match=r"cannot be read \(no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(RegestaError, match="not a file"):
        read_file(tmp_path)


def test_what_is_given_wins_and_is_marked() -> None:
    page = read_bytes(
        b"The envoys met.", "x/y.txt", Source(file="x/y.txt", published="2021-05-03", country="XA")
    )
    assert (page.source.file, page.source.published_basis, page.source.country) == ("x/y.txt", "given", "XA")


def test_expand_takes_files_folders_and_patterns_once(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.html", "b/c/three.HTM", "b/picture.png", ".hidden/x.txt", "note.rst"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = expand([str(tmp_path / "note.rst"), str(tmp_path), str(tmp_path / "b" / "*.txt")])
    assert [p.relative_to(tmp_path).as_posix() for p in found] == [
        "note.rst",
        "a.html",
        "b/c/three.HTM",
        "b/two.txt",
    ]
    assert expand([str(tmp_path / "b*")]) == [tmp_path / "b/c/three.HTM", tmp_path / "b/two.txt"]


@pytest.mark.parametrize("given", ["nothing.txt", "*.nothing", "empty"])
def test_expand_refuses_what_names_no_file(given: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RegestaError):
        expand([str(tmp_path / given)])


def test_a_folder_without_rights_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(RegestaError, match="cannot be opened"):
        expand([str(tmp_path)])

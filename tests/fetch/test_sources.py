"""The file of sources says one way for each source, and a mistake in it has its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.fetch.sources import read_sources, shipped_text
from regesta.model.finding import RegestaError

GOOD = """
allowed = ["archive.local"]

[[source]]
id = "arvenia"
publisher = "Ministry of Foreign Affairs of Arvenia"
country = "XA"
feed = "https://mfa.arvenia.example/feed"
"""


def test_a_source_says_where_and_whose(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(GOOD, "utf-8")
    found = read_sources(path)
    assert found.allowed == ("archive.local",)
    assert (found.source[0].country, found.source[0].delay, found.source[0].tried) == ("XA", 3.0, False)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("feed =", "sitemap = 'https://a.example/s'\nfeed ="), "exactly one of feed, sitemap"),
        (("feed =", "page ="), "a page of links needs links"),
        (("https://mfa", "ftp://mfa"), "source.0.feed"),
        (("country =", "nation ="), "source.0.nation: Extra inputs"),
        (('country = "XA"', 'links = "("'), "no regular expression"),
        (("[[source]]", "[source"), "not valid TOML"),
    ],
)
def test_a_mistake_has_its_sentence(change: tuple[str, str], sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(GOOD.replace(*change), "utf-8")
    with pytest.raises(RegestaError, match=sentence) as told:
        read_sources(path)
    assert str(told.value).startswith(str(path))


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(GOOD + GOOD.replace('allowed = ["archive.local"]', ""), "utf-8")
    with pytest.raises(RegestaError, match="source given twice: arvenia"):
        read_sources(path)


def test_a_file_that_is_not_there_has_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="cannot be read as a list of sources"):
        read_sources(tmp_path / "none.toml")


def test_the_shipped_sources_are_valid_and_say_that_they_were_not_tried(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(shipped_text(), "utf-8")
    found = read_sources(path).source
    assert len({one.country for one in found}) >= 8
    assert not any(one.tried for one in found)
    assert all(one.zone and one.country for one in found)

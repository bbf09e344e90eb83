"""A source is gone through politely, and what came of each page is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from regesta.fetch.crawl import Crawl, Pace, Seen
from regesta.fetch.sources import WatchedSource
from regesta.model.finding import RegestaError

from .site import HOST, Remembered, Site, held

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>B</title><link>/b</link></item><item><title>A</title><link>/a#top</link></item>
<item><title>B again</title><link>/b</link></item><item><title>Sport</title><link>/sport</link></item>
</channel></rss>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{0}/old</loc><lastmod>2030-01-01</lastmod></url>
<url><loc>{0}/young</loc><lastmod>2031-01-01</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{0}/map.xml</loc></sitemap></sitemapindex>"""
LIST = """<a href="/press/1">one</a><a href="press/2">two</a><a href="http://[">broken</a>
<a href="mailto:x@y.example">mail</a><a href="/about">about</a>"""
BOMB = '<!DOCTYPE a [<!ENTITY x "xxxx">]><urlset>&x;</urlset>'


@dataclass
class Watch:
    """A clock that only moves when somebody sleeps."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def source(**told: Any) -> WatchedSource:
    return WatchedSource.model_validate({"id": "arvenia", "publisher": "Ministry", "delay": 3.0} | told)


def gone_through(
    site: Site, one: WatchedSource, memory: Remembered | None = None, watch: Watch | None = None
) -> list[Seen]:
    clock = watch or Watch()
    crawl = Crawl(site, memory or Remembered(), Pace(clock.sleep, lambda: clock.now))
    return list(crawl.pages(one))


def test_a_feed_gives_its_pages_each_once_and_only_those_that_fit() -> None:
    site = Site({"/feed": FEED, "/a": "A", "/b": "B"})
    found = gone_through(site, source(feed=f"{HOST}/feed", links="/[ab]$"))
    assert [(one.look.url, one.look.fate) for one in found] == [(f"{HOST}/b", "new"), (f"{HOST}/a", "new")]


def test_a_feed_says_the_day_in_the_zone_of_its_ministry() -> None:
    dated = FEED.replace("<link>/b</link>", "<link>/b</link><pubDate>Sun, 04 May 2031 22:00:00 GMT</pubDate>")
    site = Site({"/feed": dated, "/a": "A", "/b": "B"})
    one = source(feed=f"{HOST}/feed", links="/[ab]$", zone="Asia/Tokyo")
    assert [found.day for found in gone_through(site, one)] == ["2031-05-05", None]


def test_a_sitemap_gives_the_newest_first_also_through_an_index() -> None:
    site = Site({"/i.xml": INDEX.format(HOST), "/map.xml": SITEMAP.format(HOST), "/old": "O", "/young": "Y"})
    found = gone_through(site, source(sitemap=f"{HOST}/i.xml", most=1))
    assert [one.look.url for one in found] == [f"{HOST}/young"]


def test_a_page_gives_the_links_that_fit() -> None:
    site = Site({"/list": LIST, "/press/1": "1", "/press/2": "2"})
    found = gone_through(site, source(page=f"{HOST}/list", links="/press/"))
    assert [one.look.url for one in found] == [f"{HOST}/press/1", f"{HOST}/press/2"]


@pytest.mark.parametrize(
    ("way", "text", "sentence"),
    [
        ("feed", "<p>no feed</p>", "this is no feed"),
        ("sitemap", "<urlset><unclosed>", "this is no sitemap"),
        ("sitemap", "<html></html>", "this is no sitemap; name one"),
        ("sitemap", BOMB, "this is no sitemap"),
    ],
)
def test_a_bad_list_has_its_sentence(way: str, text: str, sentence: str) -> None:
    with pytest.raises(RegestaError, match=sentence):
        gone_through(Site({"/list": text}), source(**{way: f"{HOST}/list"}))


def test_what_changed_what_did_not_what_went_and_what_failed_are_told_apart() -> None:
    site = Site({"/same": "S", "/tagged": "T!", "/edited": "new words", "/broken": 403, "/back": "B"})
    memory = Remembered(
        {
            f"{HOST}/same": held("S"),
            f"{HOST}/tagged": held("T!", etag='"2"'),
            f"{HOST}/edited": held("old words"),
            f"{HOST}/gone": held("G"),
            f"{HOST}/back": held("B", gone=True),
        }
    )
    paths = ("/same", "/tagged", "/edited", "/gone", "/broken", "/none", "/back")
    found = gone_through(site, source(addresses=[f"{HOST}{path}" for path in paths]), memory)
    fates = [one.look.fate for one in found]
    assert fates == ["same", "same", "changed", "gone", "failed", "failed", "changed"]


def test_pages_that_no_list_names_any_more_are_looked_at_too() -> None:
    site = Site({"/feed": FEED, "/a": "A", "/b": "B", "/quiet": "edited"})
    memory = Remembered({f"{HOST}/quiet": held("as it was")}, [f"{HOST}/quiet", f"{HOST}/a"])
    found = gone_through(site, source(feed=f"{HOST}/feed", links="/[ab]$"), memory)
    assert [(one.look.url, one.look.fate) for one in found][-1] == (f"{HOST}/quiet", "changed")
    assert len(found) == 3


def test_a_site_that_wants_to_be_left_alone_is() -> None:
    site = Site({"/robots.txt": "User-agent: *\nDisallow: /private\n", "/private/1": "P", "/open": "O"})
    found = gone_through(site, source(addresses=[f"{HOST}/private/1", f"{HOST}/open"]))
    assert [one.look.fate for one in found] == ["not_allowed", "new"]
    assert "/private/1" not in site.asked


@pytest.mark.parametrize(("told", "fate"), [(404, "new"), (503, "not_allowed"), (429, "not_allowed")])
def test_a_site_whose_rules_cannot_be_had_is_left_alone(told: int, fate: str) -> None:
    found = gone_through(Site({"/robots.txt": told, "/a": "A"}), source(addresses=[f"{HOST}/a"]))
    assert [one.look.fate for one in found] == [fate]


def test_requests_to_one_site_keep_their_distance() -> None:
    watch = Watch()
    site = Site({"/robots.txt": "User-agent: *\nCrawl-delay: 5\n", "/a": "A", "/b": "B"})
    gone_through(site, source(addresses=[f"{HOST}/a", f"{HOST}/b"]), watch=watch)
    assert watch.slept == [5.0, 5.0]


def test_later_means_later_and_not_for_ever() -> None:
    watch = Watch()
    site = Site({"/a": [503, 503, "A"], "/b": 503}, wait="7")
    found = gone_through(site, source(addresses=[f"{HOST}/a", f"{HOST}/b"], delay=0), watch=watch)
    assert [one.look.fate for one in found] == ["new", "failed"]
    assert watch.slept == [7.0, 7.0, 7.0, 7.0]
    assert site.asked.count("/b") == 3


def test_a_server_cannot_make_us_wait_for_ever() -> None:
    watch = Watch()
    site = Site({"/a": [429, "A"]}, wait="Sun, 04 May 2131 10:00:00 GMT")
    gone_through(site, source(addresses=[f"{HOST}/a"], delay=0), watch=watch)
    assert watch.slept == [120.0]

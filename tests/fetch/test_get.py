"""One page is fetched from the open web alone, within limits; every vice of a server has its sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regesta.fetch import Fetcher, Limits
from regesta.fetch.get import Refused
from regesta.fetch.guard import is_public
from regesta.model.finding import RegestaError

from .server import PAGE, TAG, misbehaving

SMALL = Limits(size=2**20, seconds=1.0, silence=0.5, redirects=3)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with misbehaving() as address:
        yield address


@pytest.fixture(scope="module")
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(SMALL, allowed=frozenset({"127.0.0.1"})) as made:
        yield made


@pytest.mark.parametrize("path", ["good", "gzip", "deflate", "moved"])
def test_a_page_arrives_whole_however_it_is_packed(path: str, server: str, fetcher: Fetcher) -> None:
    got = fetcher.get(f"{server}/{path}")
    assert (got.body, got.media_type, got.charset) == (PAGE, "text/html", "utf-8")


def test_where_a_page_was_moved_is_said(server: str, fetcher: Fetcher) -> None:
    got = fetcher.get(f"{server}/moved#part")
    assert (got.asked, got.url) == (f"{server}/moved#part", f"{server}/good")


def test_a_page_that_is_held_is_not_sent_again(server: str, fetcher: Fetcher) -> None:
    first = fetcher.get(f"{server}/good")
    assert first.etag == TAG
    again = fetcher.get(f"{server}/good", etag=first.etag, last_modified=first.last_modified)
    assert (again.unchanged, again.body) == (True, b"")


def test_the_declared_encoding_is_kept(server: str, fetcher: Fetcher) -> None:
    got = fetcher.get(f"{server}/latin")
    assert got.charset == "ISO-8859-1"
    assert "Größe" in got.body.decode(got.charset)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("loop", "leads on more than 3 times"),
        ("to-file", "is not a web address"),
        ("to-metadata", "169.254.169.254, an address of a private network"),
        ("truncated", "broke off before its end"),
        ("half-gzip", "broke off before its end"),
        ("not-gzip", "not packed as its server says"),
        ("unasked", "packed in a way that was not asked for"),
        ("large", "larger than the limit of 1.0 MB"),
        ("bomb", "larger than the limit of 1.0 MB"),
        ("picture", "the server calls it image/png"),
        ("untyped", "the server calls it nothing"),
        ("silent", "silent for 0.5 seconds"),
        ("dripping", "took longer than 1 seconds"),
        ("nonsense", "broke off"),
    ],
)
def test_each_vice_has_its_sentence(path: str, sentence: str, server: str, fetcher: Fetcher) -> None:
    with pytest.raises(RegestaError) as told:
        fetcher.get(f"{server}/{path}")
    assert sentence in str(told.value)
    assert str(told.value).startswith((f"{server}/{path}", f"'{server}/{path}"))


@pytest.mark.parametrize(
    ("path", "status", "wait"),
    [
        ("missing", 404, None),
        ("gone", 410, None),
        ("busy", 429, "7"),
        ("down", 503, None),
        ("broken", 500, None),
    ],
)
def test_a_refusal_keeps_its_status(
    path: str, status: int, wait: str | None, server: str, fetcher: Fetcher
) -> None:
    with pytest.raises(Refused) as told:
        fetcher.get(f"{server}/{path}")
    assert (told.value.status, told.value.wait) == (status, wait)


def test_this_machine_is_not_reached_unless_allowed(server: str) -> None:
    port = server.rpartition(":")[2]
    with Fetcher(SMALL) as closed:
        for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"):
            with pytest.raises(RegestaError, match=r"private network|cannot be reached|not an address"):
                closed.get(f"http://{host}:{port}/good")


@pytest.mark.parametrize(
    "url", ["", "ftp://host.example/a", "file:///etc/passwd", "https://", "javascript:alert(1)", "no address"]
)
def test_what_is_no_web_address_is_refused(url: str, fetcher: Fetcher) -> None:
    with pytest.raises(RegestaError, match="address"):
        fetcher.get(url)


def test_an_address_with_a_password_is_refused(fetcher: Fetcher) -> None:
    with pytest.raises(RegestaError, match="name or password"):
        fetcher.get("https://me:secret@host.example/")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
        "224.0.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
        "240.0.0.1",
    ],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)

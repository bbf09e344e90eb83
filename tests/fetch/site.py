"""A ministry's site as a table of pages, for tests of how it is gone through."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from regesta.fetch.answer import Answer
from regesta.fetch.get import Fetcher, Refused
from regesta.model.fetched import Held

HOST = "https://mfa.arvenia.example"


@dataclass
class Site(Fetcher):
    """Answers from ``pages``; a number is a refusal. Every request is remembered in ``asked``."""

    pages: dict[str, str | int | list[str | int]]
    asked: list[str] = field(default_factory=list)
    wait: str | None = None

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        types: tuple[str, ...] | None = None,  # noqa: ARG002  every type is taken
    ) -> Answer:
        path = url.removeprefix(HOST)
        self.asked.append(path)
        told = self.pages.get(path, 404)
        if isinstance(told, list):
            told = told.pop(0)
        if isinstance(told, int):
            raise Refused(f"{url}: {told}.", told, self.wait)
        mark = f'"{len(told)}"'
        if etag == mark:
            return Answer(url, url, 304, "", None, mark, last_modified, b"")
        return Answer(url, url, 200, "text/html", "utf-8", mark, None, told.encode())


@dataclass
class Remembered:
    """A memory in a dictionary."""

    known: dict[str, Held] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)

    def held(self, url: str) -> Held | None:
        return self.known.get(url)

    def longest_unseen(self, source: str, most: int) -> list[str]:  # noqa: ARG002  there is one source
        return self.rest[:most]


def held(text: str, *, etag: str | None = None, gone: bool = False) -> Held:
    """What a memory keeps of a page with this text."""
    return Held(etag, None, sha256(text.encode()).hexdigest(), gone)

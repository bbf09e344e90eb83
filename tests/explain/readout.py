"""A readout of two invented states with one sentence in question, laid open."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from regesta.engine.explain import Explained, Explanation, explain_document
from regesta.model.document import Page, Source

PACK = Path(__file__).parents[1] / "gold" / "pack.yml"
LEAD = """Foreign Ministers of Arvania and Brevonia meet
4 May 2031

Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia in Port Sele on 4 May 2031.

"""


def explain(text: str, *, country: str | None = "XA", publisher: str | None = None) -> Explanation:
    """Explain ``text`` as a release of the Ministry of Foreign Affairs of Arvania."""
    name = publisher or ("Ministry of Foreign Affairs of Arvania" if country else None)
    source = Source(file="readout.txt", publisher=name, country=country, published="2031-05-04")
    raw = text.encode()
    return explain_document(Page(text, source, sha256(raw).hexdigest(), raw), topics=(PACK,))


def sentence(words: str) -> Explained:
    """Explain one sentence after the lead of the readout."""
    return explain(f"{LEAD}{words}\n").at(len(LEAD))


def why_not(words: str, what: str, at: str) -> str:
    """Return why ``what`` was not made of the words ``at`` in a sentence; "" where nothing was declined."""
    text = f"{LEAD}{words}\n"
    told = sentence(words).declined
    return next((one.why for one in told if one.what == what and at in one.span.of(text)), "")

"""Web pages: what is written on a page survives in the frozen text, known source or not."""

from __future__ import annotations

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.reading import read_bytes
from regesta.reading.html import read_html
from regesta.reading.render import render

BODY = """
<figure><img src="a.jpg" alt="Two envoys"><figcaption>The envoys before the talks</figcaption></figure>
<p><img src="b.jpg" alt="A handshake"></p>
<p>On 3 May, the envoys of Varland and Zubrovia held talks in Varmont. The overview is as follows.</p>
<h2>1. Trade</h2>
<ol start="3"><li>The envoys agreed to open the bridge by the end of the year.</li>
<li>They reviewed the plan for the fisheries.<ol type="i"><li>Herring quotas were confirmed.</li>
<li>Cod quotas were put off until the autumn.</li></ol></li></ol>
<ul><li>A festival will be held in <b>Orlan</b> in June.</li><li>(1) Students will be exchanged.</li></ul>
<table><tr><th>Goods</th><th>Amount</th></tr><tr><td>Grain</td><td>200 tonnes</td></tr></table>
<p>The first line<br>and the second line of a paragraph.<br><br>Another after two breaks.</p>
<p>The 10<sup>th</sup> meeting will take place in the autumn.</p>
"""
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks | Varland</title>
<meta property="og:site_name" content="Government of Varland"><script>var x = "nothing";</script></head><body>
<nav><ul><li><a href="/n">News</a></li><li><a href="/e">Events</a></li></ul></nav>
<main><h1>Talks of the Envoys of Varland and Zubrovia</h1><p class="d">3 May 2021</p>
<article>{BODY}</article><p><a href="#top">Back to top</a></p></main>
<footer>Copyright Varland</footer></body></html>"""
LINES = [
    "Talks of the Envoys of Varland and Zubrovia",
    "3 May 2021",
    "photo: The envoys before the talks",
    "photo: A handshake",
    "1. Trade",
    "3. The envoys agreed to open the bridge by the end of the year.",
    "4. They reviewed the plan for the fisheries.",
    "i. Herring quotas were confirmed.",
    "ii. Cod quotas were put off until the autumn.",
    "• A festival will be held in Orlan in June.",
    "(1) Students will be exchanged.",
    "Goods | Amount",
    "Grain | 200 tonnes",
    "The first line",
    "and the second line of a paragraph.",
    "Another after two breaks.",
    "The 10th meeting will take place in the autumn.",
]


def test_an_unknown_page_keeps_headings_numbers_bullets_captions_and_cells() -> None:
    page = read_bytes(PAGE.encode(), "talks.html")
    lines = [line.strip() for line in page.text.split("\n")]
    assert [line for line in LINES if line not in lines] == []
    assert "nothing" not in page.text
    assert "\n\n1. Trade\n\n" in page.text
    assert page.media_type == "text/html"
    assert {f.span.of(page.text): f.kind for f in page.furniture} == {
        "3 May 2021": "dateline",
        "photo: The envoys before the talks": "caption",
        "photo: A handshake": "caption",
    }


def test_what_the_page_says_of_itself_is_taken_unless_it_is_given() -> None:
    source = read_bytes(PAGE.encode(), "talks.html").source
    assert (source.title, source.publisher) == (
        "Talks of the Envoys of Varland and Zubrovia",
        "Government of Varland",
    )
    assert (source.published, source.published_basis, source.language) == ("2021-05-03", "stated", "en")
    told = Source(publisher="Zubrovia", published="2021-05-04", language="fr", title="A title", country="XB")
    source = read_bytes(PAGE.encode(), "talks.html", told).source
    assert (source.publisher, source.published, source.published_basis) == ("Zubrovia", "2021-05-04", "given")
    assert (source.language, source.title, source.country) == ("fr", "A title", "XB")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-05-03T10:00:00+03:00">',
        '<meta name="DC.date" content="20210503">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-03"}</script>',
    ],
)
def test_the_date_in_the_head_is_read(head: str) -> None:
    page = f'<html><head>{head}<link rel="canonical" href="https://example.org/1"></head><body>{BODY}</body></html>'
    source = read_html(page, Source())[1]
    assert (source.published, source.published_basis, source.url) == (
        "2021-05-03",
        "stated",
        "https://example.org/1",
    )


def whole(html: str) -> str:
    root = LexborHTMLParser(html).body
    assert root is not None
    return render(root)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<ol type=A><li>x<li value=5>y</ol>", "A. x\nE. y"),
        ("<ol style='list-style-type: lower-roman'><li>x<li>y</ol>", "i. x\nii. y"),
        ("<ol><li>1. x<li>y</ol>", "1. x\n2. y"),
        ("<ul><li>x<ul><li>y</ul><li></ul><p>z", "• x\n  • y\n\nz"),
        ("<ul style='list-style: none'><li>x</ul>", "• x"),
        ("<table><tr><td>a<td><b>b</b></table>", "a | b"),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", "a\n\nb\n\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>a&nbsp;b\n  c</p>", "a b c"),
        ("<p hidden>a</p><p style='display: none'>b</p><p>c<script>d</script></p>", "c"),
        ("<img alt='Photo: the hall'><img alt=''><img alt='--'>", "Photo: the hall"),
    ],
)
def test_small_pieces(html: str, text: str) -> None:
    assert whole(html) == text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1251", "windows-1251"), ("shift_jis", "Shift_JIS"), ("koi8_r", "koi8-r"), ("utf-8", "iso-8859-1")],
)
def test_the_declared_encoding_is_believed_unless_the_bytes_are_utf8(encoding: str, declared: str) -> None:
    words = "大臣が会談した。" if encoding == "shift_jis" else "Министр провёл беседу."
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    page = f"<html><head>{meta}</head><p>{words}</p>"
    assert words in read_bytes(page.encode(encoding), "a.html").text


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>x</script></html>", "<html><body><p> </p>"])
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(RegestaError, match="only blanks"):
        read_bytes(page.encode(), "a.html")


def test_deep_nesting_is_no_danger() -> None:
    assert read_bytes(b"<html>" + b"<div>" * 3000 + b"The envoys met.", "a.html").text == "The envoys met."


TAGS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<b>",
            "<div>",
            "</div>",
            "<ul>",
            "</ul>",
            "<li>",
            "<ol>",
            "<ol start=x type=q>",
            "<br>",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<figure>",
            "<figcaption>",
            "<img alt='x'>",
            "<h1>",
            "<pre>",
        ),
        *("word ", "<!--", "-->", "&nbsp;", "&#0;", "\n", "<svg>", "</body>"),
    ]
)


@settings(max_examples=60, deadline=None)
@for_all(st.lists(TAGS, max_size=40))
def test_no_soup_of_tags_breaks_the_reader(tags: list[str]) -> None:
    text, _ = read_html("<html><body>words " + "".join(tags), Source())
    assert "words" in text
    assert read_html("<html><body>words " + "".join(tags), Source())[0] == text


def test_a_page_of_a_few_words_is_read_whole() -> None:
    page = "<html><body>words <ol>word <li>&nbsp;<b><pre></li><li>&nbsp;</body></html>"
    assert read_html(page, Source())[0].split() == ["words", "word"]

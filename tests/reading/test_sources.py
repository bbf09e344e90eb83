"""Each rule of the source table works on a small page of its shape, in words of our own."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from regesta.model.document import Source
from regesta.reading.html import read_html
from regesta.rules.sources import SourceRule, source_for, source_rules

TEXT = "<p>The envoys held talks on trade.</p><ul><li>A bridge will be opened.</li></ul>"
PAGES = {
    "mofa_jp": f"""<div id="topicpath">Home &gt; Countries</div>
      <div id="main"><h1 class="title1">Talks of Envoys</h1>
      <p class="rightalign">May 3, 2021</p><div class="main-section">{TEXT}</div>
      <div class="sns">Tweet</div></div>""",
    "mid_ru": f"""<div class="breadcrumbs">Main</div><h1 class="article-title">Talks of Envoys</h1>
      <div class="article-line"><span class="article-line__date">3 May 2021 11:04</span></div>
      <div class="article-content"><div class="text">{TEXT}</div><div class="share">Share</div></div>""",
    "kremlin_ru": f"""<div class="read__top"><h1 class="entry-title">Talks of Envoys</h1>
      <time class="dt-published" datetime="2021-05-03">May 3, 2021</time>, <span>13:10</span>
      <div class="read__place p-location">The Old Palace, Varmont</div></div>
      <div class="read__internal_content">{TEXT}</div><div class="read__social">Share</div>""",
    "whitehouse": f"""<h1 class="page-title">Talks of Envoys</h1><time class="posted-on">May 3, 2021</time>
      <section class="body-content">{TEXT}</section><div class="share">Share</div>""",
    "state_gov": f"""<h1 class="featured-content__headline">Talks of Envoys</h1>
      <p class="article-meta__publish-date">May 3, 2021</p><div class="entry-content">{TEXT}
      <div class="share-options">Share</div></div>""",
    "gov_uk": f"""<h1 class="gem-c-heading__text">Talks of Envoys</h1><dl class="gem-c-metadata">
      <dd class="gem-c-metadata__definition">3 May 2021</dd></dl>
      <div class="gem-c-govspeak govuk-govspeak">{TEXT}</div>
      <div class="gem-c-share-links">Share</div>""",
    "consilium": f"""<main><h1 class="gsc-heading">Talks of Envoys</h1>
      <span class="gsc-date">3 May 2021</span>
      <div class="gsc-bge-grid__area">{TEXT}</div><div class="gsc-share">Share</div></main>""",
    "eeas": f"""<h1 class="node__title">Talks of Envoys</h1>
      <div class="node__meta"><span class="date">03.05.2021</span></div>
      <div class="field--name-field-text">{TEXT}</div><div class="social-share">Share</div>""",
    "mea_in": f"""<div id="innerContent"><div class="print">Print</div><h2>Talks of Envoys</h2>
      <span class="date">May 03, 2021</span><div class="contentText">{TEXT}</div></div>""",
    "mfa_cn": f"""<div id="News_Body_Title">Talks of Envoys</div>
      <div id="News_Body_Time">2021-05-03 11:04</div>
      <div id="News_Body_Txt_A">{TEXT}</div><div class="share">Share</div>""",
}


@pytest.mark.parametrize("rule", source_rules().sources, ids=lambda rule: rule.id)
def test_a_rule_reads_a_page_of_its_shape(rule: SourceRule) -> None:
    page = f"<html><body><div class='top'>A banner of the site</div>{PAGES[rule.id]}</body></html>"
    text, source = read_html(page, Source(url=f"https://www.{rule.hosts[0]}/news/1.html"))
    assert text.startswith("Talks of Envoys\n\n")
    assert text.endswith("The envoys held talks on trade.\n\n• A bridge will be opened.")
    assert not {"Share", "Tweet", "Print", "A banner of the site"} & set(text.split("\n"))
    assert (source.title, source.published, source.published_basis) == (
        "Talks of Envoys",
        "2021-05-03",
        "stated",
    )
    assert (source.publisher, source.country) == (rule.publisher, rule.country)


def test_every_selector_parses() -> None:
    tree = LexborHTMLParser("<p>")
    for rule in source_rules().sources:
        for selector in (*rule.title, *rule.date, *rule.place, *rule.body, *rule.drop):
            tree.css(selector)


def test_a_place_beside_the_date_is_kept() -> None:
    text, _ = read_html(f"<html>{PAGES['kremlin_ru']}", Source(url="http://en.kremlin.ru/events/1"))
    assert "May 3, 2021\nThe Old Palace, Varmont\n\n" in text


def test_a_known_host_with_an_unknown_layout_is_read_like_any_page() -> None:
    page = "<html><div class='new-layout'><p>The envoys held talks on trade in Varmont.</p></div></html>"
    text, source = read_html(page, Source(url="https://www.state.gov/x"))
    assert "The envoys held talks on trade in Varmont." in text
    assert source.country == "US"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.mofa.go.jp/x.html", "mofa_jp"),
        ("http://en.kremlin.ru/x", "kremlin_ru"),
        ("https://notkremlin.ru/x", None),
        ("https://kremlin.ru.example.org/x", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_a_rule_holds_for_its_host_and_hosts_under_it(url: str | None, found: str | None) -> None:
    rule = source_for(url)
    assert (rule.id if rule else None) == found

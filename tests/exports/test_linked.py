"""GeoJSON, Web Annotations and the dossier, each read by what would read it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sayso.exports.brief import make_brief
from sayso.exports.brief_markdown import said_when, to_markdown, where
from sayso.exports.dossier import pieces_of
from sayso.exports.formats import export
from sayso.exports.pages import brief_page
from sayso.ledger.append import append
from sayso.ledger.kept import all_readings
from sayso.ledger.question import Question
from sayso.ledger.store import Store
from sayso.records import Act, Span
from sayso.records.shape import to_line
from tests.ledger.readings import many, reading


def load(ledger: Store, name: str, out: Path) -> Any:
    export(ledger, name, out)
    return json.loads(out.read_text("utf-8"))


def test_geojson_is_what_rfc_7946_says(ledger: Store, out: Path) -> None:
    made = load(ledger, "geojson", out)
    assert made["type"] == "FeatureCollection"
    assert [f["properties"]["name"] for f in made["features"]] == ["Olmino"], "only what is named literally is a spot"
    for feature in made["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        assert isinstance(feature["id"], str | int)
        geometry = feature["geometry"]
        assert set(geometry) == {"type", "coordinates"}
        lon, lat = geometry["coordinates"]
        assert (lon, lat) == (30.25, 50.5), "longitude first"
        assert feature["properties"]["precision"] == "settlement"
        assert feature["properties"]["radius_km"] == 4
    text = {r.article.text_digest: r.article.text for r in all_readings(ledger)}
    mentions = made["features"][0]["properties"]["mentions"]
    assert len(mentions) == 12
    assert {text[m["text_digest"]][m["start"] : m["end"]] for m in mentions} == {"Olmino"}


def test_annotations_select_their_words_by_position_and_by_quotation(ledger: Store, out: Path) -> None:
    made = load(ledger, "annotations", out)
    items = made["first"]["items"]
    assert (made["@context"], made["total"]) == ("http://www.w3.org/ns/anno.jsonld", len(items))
    assert len({item["id"] for item in items}) == len(items) == 12 * 5
    text = {r.article.text_digest: r.article.text.replace("\ud800", "?") for r in all_readings(ledger)}
    for item in items:
        assert item["type"] == "Annotation"
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            position, quote = target["selector"]
            words = text[target["state"]["text_digest"]]
            assert words[position["start"] : position["end"]] == quote["exact"]
            assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in words


class _Page(HTMLParser):
    """What a page holds: its elements, what they point to, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [v or "" for k, v in attrs if k in ("href", "src")]
        self.ids += [v or "" for k, v in attrs if k == "id"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_dossier_stands_alone_and_runs_nothing(ledger: Store, out: Path) -> None:
    export(ledger, "html", out)
    pages = {path.name: _Page(path.read_text("utf-8")) for path in out.iterdir()}
    assert len(pages) == 13
    for page in pages.values():
        assert "script" not in page.tags
        for link in page.links:
            name, _, item = link.partition("#")
            assert name in pages
            assert not item or item in pages[name].ids
    assert any("<script>alert(1)</script>" in page.words for page in pages.values()), "shown, not run"
    assert "Ivo Terel" in pages["index.html"].words


def test_the_pieces_of_a_marked_text_are_the_text(ledger: Store) -> None:
    for one in all_readings(ledger):
        pieces = list(pieces_of(one))
        assert "".join(piece.words for piece in pieces) == one.article.text
        assert "content" in {kind for piece in pieces for kind in piece.kinds.split()}


def test_the_brief_says_per_side_and_voice_what_is_stated(ledger: Store) -> None:
    made = make_brief(ledger, Question(article="one"))
    assert [(s.side, [v.name for v in s.voices]) for s in made.sides] == [
        ("Kordania", ["Ivo Terel"]), ("Merenia", ["Merenian Defence Ministry"]),
    ]  # fmt: skip
    ((denied,), (killed,)) = [s.voices[0].lines for s in made.sides]
    assert (denied.act, denied.hedges, denied.chain) == ("deny", (), "via CP")
    assert "hedged" in denied.notes
    assert "unverified" in killed.notes
    assert killed.figures == ("at least 340 soldiers of Kordania killed as of 2031-03-03",)
    (place,) = killed.places
    assert (place.outlet, place.key, place.item) == ("Courier", "one", "s1")


def test_the_same_words_of_one_voice_stand_once_with_all_their_articles(ledger: Store) -> None:
    made = make_brief(ledger, Question(voice="Ivo Terel 1"))
    lines = [line for side in made.sides for voice in side.voices for line in voice.lines]
    assert sorted(len(line.places) for line in lines) == [2, 2]


def test_a_brief_says_what_it_leaves_out(tmp_path: Path) -> None:
    """The first of several sides, voices and lines; a quotation within a longer one of the same voice is no line."""
    store = Store(tmp_path / "long.db")
    made = reading()
    told = made.statements[2]
    inner = replace(told, id="s4", content=(Span(told.content[0].start + 5, told.content[0].end),), act=Act.CLAIM)
    append(store, [replace(made, statements=(*made.statements, inner)), *many(12)])
    whole, short = make_brief(store, most=None), make_brief(store, most=1)
    terel = {v.name: v for side in whole.sides for v in side.voices}["Ivo Terel"]
    assert [(line.act, line.words) for line in terel.lines] == [
        ("claim", "that his army had captured up to 12 tanks"), ("deny", "“any losses on the Zelna front”"),
    ]  # fmt: skip
    assert (whole.more, [side.more for side in whole.sides]) == (0, [0, 0])
    assert [(side.side, len(side.voices), side.more) for side in short.sides] == [("Kordania", 1, 5)]
    assert short.more == 1
    assert short.sides[0].voices[0].more == 1
    assert "and 5 more voices" in to_markdown(short)
    assert "and 1 more side" in brief_page(short)
    store.close()


def test_the_day_of_saying_stands_where_the_article_s_day_does_not_tell_it(ledger: Store) -> None:
    sides = {side.side: side for side in make_brief(ledger, Question(article="one")).sides}
    (line,) = sides["Merenia"].voices[0].lines
    assert (line.said_on, said_when(line)) == ("2031-03-03", "2031-03-03")
    same = replace(line, places=(replace(line.places[0], published="2031-03-03T10:00:00Z"),))
    assert said_when(same) is None
    assert "2031-03-03, " in where(same.places[0])


def test_a_brief_s_markdown_and_page_show_hostile_words_as_words(ledger: Store) -> None:
    made = make_brief(ledger)
    markdown = to_markdown(made)
    assert "](javascript" not in markdown.replace("\\]", "")
    assert not re.search(r"(?<!\\)<", markdown)
    page = _Page(brief_page(made))
    assert "script" not in page.tags
    assert page.links == []
    assert json.loads(to_line(made))["articles"] == 12


@pytest.mark.proof
def test_a_browser_opens_the_dossier_from_disk(ledger: Store, out: Path) -> None:
    """Chromium, headless, without network: the brief's words and an article's are in the document it has built."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no chromium here")
    export(ledger, "html", out)
    for name, words in (("index.html", "Merenian Defence Ministry"), (next(out.glob("article-*")).name, "SHA-256")):
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"file://{out / name}"]
        shown = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert words in shown.stdout

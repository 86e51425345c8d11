"""Each page shows what it promises, without scripts, in a bounded number of queries."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

LINK = re.compile(r'href="(/[^"#]*)')
# Queries that a page may need, however large the ledger is.
MOST_QUERIES = 60


def links(body: str, start: str) -> list[str]:
    """The addresses on a page that begin so, each once."""
    return list(dict.fromkeys(one.replace("&amp;", "&") for one in LINK.findall(body) if one.startswith(start)))


@pytest.fixture(scope="module")
def story(examples: TestClient) -> str:
    """The address of the story with most articles."""
    found = links(examples.get("/stories").text, "/stories/")
    return max(found, key=lambda one: examples.get(f"/api/v1{one}").json()["articles"])


def test_the_start_is_the_stories(examples: TestClient) -> None:
    answer = examples.get("/", follow_redirects=True)
    assert answer.url.path == "/stories"
    assert "figures rest on one voice’s word" in answer.text


@pytest.mark.parametrize("page", ["/stories", "/stories?q=port", "/articles?q=port", "/voices", "/voices?side=Merenia"])
def test_a_list_is_to_be_had_as_csv_and_json(examples: TestClient, page: str) -> None:
    as_csv, as_json = links(examples.get(page).text, f"/api/v1{page.split('?')[0]}?")
    answer = examples.get(as_csv)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    lines = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert 0 < len(lines) - 1 == len(examples.get(as_json).json()["items"])


def test_a_story_answers_on_whose_word_its_figures_rest(examples: TestClient, story: str) -> None:
    body = examples.get(story).text
    band = body[body.index('id="one-word"') : body.index('id="matrix"')]
    assert "Kordanian Ministry of Defence" in band
    assert len(links(band, "/claims/")) >= 4
    assert 'aria-label="3 articles, on one word: Kordanian Ministry of Defence"' in band


def test_the_matrix_has_both_sides_and_their_silence(examples: TestClient, story: str) -> None:
    body = examples.get(story).text
    head = re.search(r"<thead>.*?</thead>", body, re.S)
    assert head is not None
    for side in ("Kordania", "Merenia", "Third parties"):
        assert side in head.group()
    assert 'class="silent">silent' in body
    assert 'aria-label="2 articles, on one word' in body
    for picture in ("timeline", "figures"):
        assert f'data-chart="{picture}"' in body
    assert 'data-chart="map"' in examples.get(f"{story}/map").text


@pytest.mark.parametrize("show", ["figures", "statements", "conflicts", "one"])
def test_the_matrix_can_be_narrowed(examples: TestClient, story: str, show: str) -> None:
    assert examples.get(f"{story}?show={show}").status_code == 200


def test_every_page_that_others_lead_to_is_there(examples: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/stories", "/articles", "/voices", "/review", "/review/history", "/search?q=Sorvansk", "/api"]
    while waiting and len(seen) < 400:
        at = waiting.pop(0)
        if at in seen:
            continue
        seen.add(at)
        answer = examples.get(at)
        assert answer.status_code == 200, at
        if answer.headers["content-type"].startswith("text/html"):
            waiting += [one for one in links(answer.text, "/") if one not in seen and not one.startswith("/static/")]
    assert sum(one.startswith("/claims/") for one in seen) > 100


def test_a_claim_says_how_it_stands_and_why_it_can_t_be_compared(examples: TestClient, story: str) -> None:
    pages = [examples.get(one).text for one in links(examples.get(story).text, "/claims/")]
    assert any("can’t be compared" in one for one in pages)
    assert any("Is told without its hedge in" in one or "Stands under another name in" in one for one in pages)
    assert any('data-chart="origins"' in one for one in pages)
    assert any("<ins>" in one or "<del" in one for one in pages)


def test_an_article_is_shown_as_captured(examples: TestClient) -> None:
    import html

    body = examples.get("/articles/02_cp_losing_an_army.txt").text
    shown = re.search(r"data-marks>(.*?)</article>", body, re.S)
    assert shown is not None
    text = examples.get("/api/v1/articles/02_cp_losing_an_army.txt").json()["article"]["text"]
    assert html.unescape(re.sub(r"<[^>]+>", "", shown.group(1))) == text
    marks = re.findall(r'<a class="m [^"]*" href="([^"]*)" data-items', shown.group(1))
    assert marks
    assert all(one.startswith(("/claims/", "#")) for one in marks)
    assert sum(one.startswith("/claims/") for one in marks) > len(marks) * 0.9


def test_copies_say_what_they_changed(examples: TestClient) -> None:
    body = examples.get("/articles/04_lantern_no_credit.txt").text
    assert "Is an excerpt of" in body
    assert "Neither side’s figures could be independently confirmed" in body


def test_a_voice_has_its_names_and_its_record(examples: TestClient) -> None:
    body = examples.get("/voices/danylo-herovsky").text
    for words in ("Track record", "Revised", "Contradicted", "Carried by", "Merenian president"):
        assert words in body


def test_search_marks_what_was_searched(examples: TestClient) -> None:
    body = examples.get("/search", params={"q": "irrecoverable"}).text
    assert "<mark>irrecoverable</mark>" in body
    assert "Nothing found" in examples.get("/search", params={"q": "xylophone"}).text


@pytest.mark.parametrize("page", ["/stories", "/articles", "/voices"])
def test_an_empty_ledger_says_what_to_do_next(empty: TestClient, page: str) -> None:
    body = empty.get(page).text
    assert "Nothing is in this ledger yet" in body
    assert "sayso read" in body


@pytest.mark.parametrize(
    ("page", "status", "words"),
    [
        ("/nothing", 404, "there is no such page"),
        ("/articles/none", 404, "no article of this key or id"),
        ("/claims/none", 404, "no claim of this id"),
        ("/stories/none", 404, "no story of this id"),
        ("/voices/none", 404, "no voice here has this id"),
        ("/articles?period=never", 400, "no date"),
        ("/articles?after=%00", 400, "no cursor"),
        ("/search?q=%2B%2B", 400, "no word to search for"),
        ("/review?start=-1", 400, "greater than or equal to 0"),
        ("/review/pair?a=x&b=y", 404, "names no statement or figure"),
    ],
)
def test_what_can_t_be_shown_says_why(plain: TestClient, page: str, status: int, words: str) -> None:
    answer = plain.get(page)
    assert answer.status_code == status
    assert words in answer.text


@contextmanager
def counted(client: TestClient) -> Iterator[list[str]]:
    """The statements that are sent to the ledger meanwhile."""
    engine = client.app.app.state.desk.ledger.store._engine  # type: ignore[attr-defined]
    sent: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_no_page_asks_more_the_more_it_shows(examples: TestClient, story: str) -> None:
    claim = links(examples.get(story).text, "/claims/")[0]
    for page in ("/stories", story, f"{story}/brief", claim, "/articles", "/articles/02_cp_losing_an_army.txt",
                 "/voices", "/voices/danylo-herovsky", "/review", "/search?q=Sorvansk"):  # fmt: skip
        examples.get(page)
        with counted(examples) as sent:
            examples.get(page)
        assert 0 < len(sent) <= MOST_QUERIES, f"{page}: {len(sent)}"

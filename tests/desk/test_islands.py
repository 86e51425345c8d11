"""The islands in real Chromium, on a page made here of every picture and mark, under the desk's own policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sayso.desk.app import STATIC
from sayso.desk.charts import (
    Carrier,
    Event,
    FigureMark,
    Ground,
    OriginNode,
    PlaceMark,
    Town,
    figure_chart,
    map_chart,
    origin_graph,
    timeline,
)
from sayso.records import Precision
from tests.desk.browser import CHROMIUM, NARROW, WIDE, chromium

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"),
]
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
CONTEXT = "Он сказал: 😀 «тридцать танков» сгорели."


def page_of() -> str:
    """The page: the pictures, an article's marks with their cards, a form of the review, wordings."""
    figures = figure_chart(
        [FigureMark("Ministry", 300, 300, "lost", "person", "Merenia", "Kordania", period="2031-03-03", href="/claims"),
         FigureMark("Staff", None, 200, "lost", "person", "Merenia", "Merenia", period="2031-03-03", href="/claims/2")]
    )  # fmt: skip
    times = timeline(
        [Event(f"Event {n}", f"2031-03-0{n}", "2031-03-09", "Merenia", "Staff", "Post", f"a{n}", f"/claims/e{n}")
         for n in range(1, 5)]
    )  # fmt: skip
    places = map_chart(
        [PlaceMark("Oster", 50.9, 31.0, 3.0, Precision.SETTLEMENT, "Merenia", "Staff", "x", "/claims/m1"),
         PlaceMark("Ripky", 51.8, 33.0, 30.0, Precision.AREA, "Kordania", "Ministry", "x", "/claims/m2")],
        ground=Ground(lambda _: [Town(f"Town {n}", 51 + n / 9, 31 + n / 5, 9000 - n) for n in range(9)]),
    )  # fmt: skip
    origins = origin_graph([OriginNode("o", "Ministry")], [Carrier("c", "Post", ("o",), href="/articles/c")])
    marks = "".join(
        f'<p>Words <a class="m figure" href="/claims/{n}" data-items="s{n}">mark {n}</a> and more.</p>'
        for n in range(4)
    )
    cards = "".join(f'<section class="card" id="s{n}" data-card="s{n}"><p>Card {n}</p></section>' for n in range(4))
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Islands</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/desk.css"><link rel="stylesheet" href="/static/chart.css">
<link rel="stylesheet" href="/static/islands.css"><script src="/static/theme.js"></script>
<script type="module" src="/static/desk.js"></script></head><body><main><h1>Islands</h1>
{places}{figures}{times}{origins}
<div class="reader"><article class="text" data-marks>{marks}</article><div class="cards">{cards}</div></div>
<p data-context="100">{CONTEXT}</p><label>Words <textarea data-selected></textarea></label>
<input type="hidden" name="at" data-selected-at>
<ol class="wordings"><li>about <ins>thirty</ins> tanks</li></ol></main></body></html>"""


class Answer(BaseHTTPRequestHandler):
    """The page at /, the desk's static files under /static/, any other address a page that says it."""

    def do_GET(self) -> None:
        name = Path(self.path).name
        kinds = {".css": "text/css", ".js": "text/javascript"}
        if self.path.startswith("/static/"):
            body, kind = (STATIC / name).read_bytes(), kinds.get(Path(name).suffix, "image/svg+xml")
        else:
            body, kind = (page_of() if self.path == "/" else self.path).encode(), "text/html; charset=utf-8"
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-security-policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the page is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as opened:
        yield opened


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The page in a window; no script of it may complain."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    opened.goto(address)
    yield opened
    assert not complaints
    context.close()


def seen(page: Page, selector: str) -> str:
    """The selector of a picture in the layout that this window shows."""
    width = page.viewport_size["width"] if page.viewport_size else WIDE
    return f"{'.chart-wide' if width == WIDE else '.chart-narrow'} {selector}"


def test_no_violations(page: Page) -> None:
    """Pictures, marks and what islands add to them keep WCAG 2.2 AA."""
    levels = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options={"runOnly": levels}).response["violations"]
    assert not found, [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]


def test_the_map_zooms_and_moves(page: Page) -> None:
    """Buttons zoom and say how far, dragging moves without following a link, 0 shows all again."""
    plot = page.locator(seen(page, "[data-plot=map]"))
    whole = plot.get_attribute("viewBox")
    holder = page.locator(seen(page, "")).first
    for _ in range(3):
        holder.get_by_role("button", name="Zoom in").click()
    near = plot.get_attribute("viewBox")
    assert near != whole
    assert plot.get_attribute("data-zoom") == "4"
    page.locator(seen(page, "svg.map")).scroll_into_view_if_needed()
    box = page.locator(seen(page, "svg.map")).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 30, steps=4)
    page.mouse.up()
    assert plot.get_attribute("viewBox") not in (near, whole)
    assert page.url.endswith("/")
    page.locator(seen(page, "svg.map a.mark")).first.focus()
    page.keyboard.press("0")
    assert [float(n) for n in (plot.get_attribute("viewBox") or "").split()] == [
        float(n) for n in (whole or "").split()
    ]


def test_marks_of_pictures_tell(page: Page) -> None:
    """Pointing at a mark, or going to it by arrow keys, shows what it says; Escape closes it."""
    first = page.locator(seen(page, ".when-picture a.mark")).first
    first.focus()
    expect(page.locator(".peek")).to_contain_text("Event 1")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".peek")).to_contain_text("Event 2")
    page.keyboard.press("Escape")
    expect(page.locator(".peek")).to_have_count(0)
    page.locator(seen(page, ".panel a.mark")).first.hover()
    expect(page.locator(".peek")).to_contain_text("Ministry: 300")


def test_keys_go_from_mark_to_mark(page: Page) -> None:
    """n and p move among an article's marks; what was read lights up, beside the text or in a sheet."""
    page.locator("[data-marks]").scroll_into_view_if_needed()
    page.locator("[data-items=s0]").focus()
    page.keyboard.press("n")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "mark 2"
    expect(page.locator("#s2")).to_have_class("card on")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.textContent") == "mark 1"
    width = page.viewport_size["width"] if page.viewport_size else WIDE
    expect(page.locator(".peek")).to_have_count(0 if width == WIDE else 1)


def test_selected_words_keep_their_place(page: Page) -> None:
    """A selection becomes the corrected words, and where they begin in code points, past an emoji."""
    words = "«тридцать танков»"
    page.evaluate(
        """words => { const node = document.querySelector('[data-context]').firstChild, range = document.createRange();
        const at = node.data.indexOf(words); range.setStart(node, at - 1); range.setEnd(node, at + words.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        words,
    )
    expect(page.locator("[data-selected]")).to_have_value(words)
    assert page.locator("[data-selected-at]").input_value() == str(100 + CONTEXT.index(words))
    page.locator("[data-selected]").fill("other words")
    assert page.locator("[data-selected-at]").input_value() == ""


def test_drift_is_hidden_and_keys_are_listed(page: Page) -> None:
    """The marks of a drift can be taken away; ? lists the keys of the page."""
    page.get_by_role("button", name="Hide what differs").click()
    expect(page.locator(".wordings")).to_have_class("wordings is-plain")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys of this page")).to_contain_text("the next mark")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

"""The desk in real Chromium: every page in both themes and widths without a violation, a script's error or a request to
another host; every act of the review by key; all of it without scripts too."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.desk.browser import CHROMIUM, NARROW, WIDE, chromium, served

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"),
]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def desk(examples_file: Path, tmp_path: Path) -> Iterator[str]:
    """A desk over a copy of the examples."""
    shutil.copy(examples_file, tmp_path / "copy.db")
    with served(tmp_path / "copy.db") as address:
        yield address


@pytest.fixture(scope="module")
def hostile_desk(hostile_file: Path) -> Iterator[str]:
    """A desk over the hostile ledger."""
    with served(hostile_file) as address:
        yield address


def context_of(browser: Browser, *, wide: bool = True, dark: bool = False, scripts: bool = True) -> BrowserContext:
    """A window; what it asks of other hosts, and what its scripts complain of, fails the test."""
    return browser.new_context(
        viewport={"width": WIDE if wide else NARROW, "height": 900}, color_scheme="dark" if dark else "light",
        java_script_enabled=scripts, reduced_motion="reduce",
    )  # fmt: skip


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and the complaints about it that come to be known."""
    page, complaints = context.new_page(), []  # type: ignore[var-annotated]
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("console", lambda m: complaints.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("dialog", lambda d: complaints.append(f"dialog: {d.message}"))
    page.on(
        "request",
        lambda r: None if urlsplit(r.url).hostname in ("127.0.0.1", None, "") else complaints.append(f"asked {r.url}"),
    )
    return page, complaints


def addresses(page: Page, desk: str) -> list[str]:
    """One address of every kind of page, as the start page's links lead to them."""
    page.goto(f"{desk}/stories")
    story = page.locator(".story-title a").first.get_attribute("href") or ""
    page.goto(desk + story)
    claims = [a.get_attribute("href") or "" for a in page.locator(".word a").all()[:1]]
    page.goto(f"{desk}/review")
    found = page.locator(".queue-link").all()
    review = [found[0].get_attribute("href") or "", found[-1].get_attribute("href") or ""]
    page.goto(f"{desk}/articles/02_cp_losing_an_army.txt")
    one = page.get_by_role("link", name="Review", exact=True).nth(3).get_attribute("href") or ""
    return [
        "/stories", story, f"{story}?show=conflicts", f"{story}/brief", f"{story}/map", *claims, "/articles",
        "/articles/04_lantern_no_credit.txt", "/voices", "/voices/danylo-herovsky", "/search?q=Sorvansk", "/review",
        *review, one, "/review/history", "/api", "/nothing",
    ]  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])
def test_every_page_is_accessible_and_fits(browser: Browser, desk: str, wide: bool, dark: bool) -> None:
    page, complaints = watched(context_of(browser, wide=wide, dark=dark))
    for address in addresses(page, desk):
        complaints.clear()
        page.goto(desk + address)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": LEVELS}}).response["violations"]
        assert not found, f"{address}: {told(found)}"
        assert page.evaluate("document.documentElement.scrollWidth") <= (WIDE if wide else NARROW), address
        assert not [c for c in complaints if "404" not in c], address
    page.context.close()


def told(violations: list[dict[str, Any]]) -> str:
    """What axe found, in a line for each."""
    return "\n".join(f"{v['id']}: {[n['html'][:200] for n in v['nodes'][:3]]}" for v in violations)


def test_pages_work_without_scripts(browser: Browser, desk: str) -> None:
    page, complaints = watched(context_of(browser, scripts=False))
    page.goto(desk)
    page.get_by_role("link", name=re.compile("are carried by several articles")).first.click()
    expect(page.get_by_role("heading", name="Which figures rest on one voice’s word?")).to_be_visible()
    expect(page.get_by_role("heading", name="Kordanian Ministry of Defence")).to_be_visible()
    page.locator(".word a").first.click()
    expect(page.locator(".verdict").get_by_text("on one word: ")).to_be_visible()
    page.goto(f"{desk}/review")
    page.locator(".queue-link").first.click()
    page.get_by_role("button", name="Not the same").click()
    page.goto(f"{desk}/review/history")
    expect(page.get_by_role("rowheader", name="not same")).to_be_visible()
    assert not complaints


def test_review_goes_by_keys(browser: Browser, desk: str) -> None:
    page, complaints = watched(context_of(browser))
    page.goto(f"{desk}/review")
    page.keyboard.press("j")
    page.wait_for_url(re.compile("/review/pair"))
    first = page.url
    for key in ("s", "n", "a", "r"):
        before = page.url
        page.keyboard.press(key)
        page.wait_for_url(lambda url, before=before: "done=" in url and url.partition("done=")[2] not in before)
        expect(page.get_by_text("Decided and kept.")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".done")).to_be_visible()
    page.goto(f"{desk}/review/history")
    kinds = [one.inner_text().strip() for one in page.locator("tbody th").all()]
    assert kinds == ["revoke", "reject", "accept", "not same", "same"]
    assert first != page.url
    assert not complaints


def test_a_span_is_corrected_and_voices_merged(browser: Browser, desk: str) -> None:
    page, complaints = watched(context_of(browser))
    page.goto(f"{desk}/articles/02_cp_losing_an_army.txt")
    page.get_by_role("link", name="Review", exact=True).nth(1).click()
    page.get_by_label(re.compile("The right words")).fill("some 27,000 Kordanian soldiers have been killed or wounded")
    page.get_by_role("button", name="Correct the words").click()
    expect(page.get_by_text("Decided and kept.")).to_be_visible()
    expect(page.locator("mark")).to_have_text("some 27,000 Kordanian soldiers have been killed or wounded")
    page.goto(f"{desk}/review?kind=voices")
    page.locator(".queue-link").first.click()
    page.keyboard.press("m")
    expect(page.get_by_text("Decided and kept.")).to_be_visible()
    assert not complaints


def test_two_windows_never_overwrite_each_other(browser: Browser, desk: str) -> None:
    context = context_of(browser)
    one, other = context.new_page(), context.new_page()
    one.goto(f"{desk}/articles/02_cp_losing_an_army.txt")
    address = desk + (one.get_by_role("link", name="Review", exact=True).nth(2).get_attribute("href") or "")
    one.goto(address)
    other.goto(address)
    one.get_by_role("button", name=re.compile("Accept")).click()
    expect(one.get_by_text("Decided and kept.")).to_be_visible()
    other.get_by_role("button", name=re.compile("Reject")).click()
    expect(other.get_by_text("ann has decided on this meanwhile")).to_be_visible()


def test_nothing_of_a_hostile_article_runs(browser: Browser, hostile_desk: str) -> None:
    page, complaints = watched(context_of(browser))
    for start in ("/articles", "/voices", "/stories", "/review", "/search?q=bridges"):
        page.goto(hostile_desk + start)
        for one in sorted({a.get_attribute("href") or "" for a in page.locator("main a").all()})[:12]:
            if one.startswith("/") and not one.startswith("/api"):
                page.goto(hostile_desk + one)
                assert page.locator("main script, main style, main img, main iframe").count() == 0, one
                assert page.evaluate("document.documentElement.scrollWidth") <= WIDE, one
    assert not complaints


def test_the_theme_is_chosen_and_remembered(browser: Browser, desk: str) -> None:
    page, _ = watched(context_of(browser))
    page.goto(f"{desk}/stories")
    button = page.locator("[data-theme-toggle]")
    while page.evaluate("document.documentElement.dataset.theme") != "dark":
        button.click()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{desk}/voices")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper != "rgb(252, 251, 248)"

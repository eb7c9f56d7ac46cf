"""Every view of the app: adding, series, findings, grades, history; hostile pages; no barrier in any of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsing import unfold

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "report" / "axe.min.js"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
NAMED = "localStorage.setItem('tallybook.reviewer', 'A. Editor')"
FERRY = (
    "Ferry sinks off Lunde\n\nBy Ida Moe\nMay 7, 2025\n\nThe ferry disaster killed 31 people, the coast guard said.\n"
)
HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>&amp;&#60;b&#62;\u202e21 \u2066people\u2069"
Open = Callable[..., Page]


@pytest.fixture
def at(chromium: Browser, served: str) -> Iterator[Open]:
    """Opens the app at a fragment. What should not happen on it is in `page.happened`."""
    contexts = []

    def open_at(fragment: str, **more: Any) -> Page:
        context = chromium.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **more})
        contexts.append(context)
        context.add_init_script(NAMED)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto(f"{served}#{fragment}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_at
    for context in contexts:
        context.close()


def asked(page: Page, path: str) -> Any:
    return page.evaluate("path => fetch('/api/v1' + path).then(answer => answer.json())", path)


def decided(page: Page, kind: str) -> dict[str, Any]:
    """The last decision, which is of this kind."""
    page.wait_for_selector(".doing[data-saving='0']", state="attached")
    one: dict[str, Any] = asked(page, "/history?size=1")["items"][0]
    assert one["kind"] == kind
    return one


def test_pages_are_added_by_file_each_with_its_own_end(at: Open, tmp_path: Path) -> None:
    good, empty = tmp_path / "ferry.txt", tmp_path / "nothing.html"
    good.write_text(FERRY)
    empty.write_bytes(b"")
    page = at("add")
    page.get_by_label("Choose files").set_input_files([good, empty])
    expect(page.locator(".job.s-done")).to_contain_text("ferry.txt", timeout=30_000)
    expect(page.locator(".job.s-failed")).to_contain_text("nothing.html")
    expect(page.locator(".job.s-failed .wrong")).not_to_be_empty()
    page.locator(".job.s-done").get_by_role("link", name="Open").click()
    expect(page.get_by_role("heading", name="ferry.txt")).to_be_visible()
    expect(page.get_by_role("link", name="31 people")).to_be_visible()


def test_a_pasted_page_reaches_the_report_without_a_reload(at: Open) -> None:
    page = at("add")
    page.get_by_label("Text of a page").fill(FERRY)
    page.get_by_label("Its name or address").fill("https://lunde.example/ferry")
    page.get_by_role("button", name="Add text").click()
    expect(page.locator(".job.s-done")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("#live .view")).to_contain_text("31", timeout=30_000)


def test_an_address_that_cannot_be_fetched_says_why(at: Open) -> None:
    page = at("add")
    page.get_by_label("One in a line").fill("http://127.0.0.1:9/page")
    page.get_by_role("button", name="Fetch page").click()
    expect(page.locator(".job.s-failed .wrong")).not_to_be_empty(timeout=30_000)


def test_a_claim_is_noted_by_hand_with_its_file(at: Open, tmp_path: Path) -> None:
    proof = tmp_path / "call.txt"
    proof.write_text("notes of a call")
    page = at("add")
    page.get_by_text("Note a claim by hand").click()
    page.get_by_label("Its words").fill("The mayor says 17 people are missing")
    page.get_by_label("Heard or seen at").fill("2025-05-07T10:30")
    page.get_by_label("File that proves it").set_input_files(proof)
    for label, value in (("At least", "17"), ("At most", "17"), ("What befell", "missing"), ("Who says so", "mayor")):
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Note the claim").click()
    page.get_by_text("Saved: claim noted by hand").wait_for()
    anchor = decided(page, "add by hand")["anchors"][0]
    claim = asked(page, f"/claims/{anchor}")
    assert (claim["quantity"]["low"], claim["event"], claim["origin"]) == (17, "missing", "mayor")


def test_a_conflict_leads_to_its_evidence_and_is_settled(at: Open) -> None:
    page = at("findings")
    finding = page.locator(".found").first
    unfold(finding)
    finding.locator(".beside a").first.click()
    expect(page.locator(".drawer blockquote")).to_be_visible()
    expect(page.locator(".drawer .claim-slot")).to_be_visible()
    page.keyboard.press("Escape")
    finding.locator("summary", has_text="Settle").click()
    finding.get_by_label("Why nothing more").fill("a later count")
    finding.get_by_role("button", name="Settle").click()
    decided(page, "settle")
    settled = page.locator(".found", has=page.locator(".settled"))
    expect(settled).to_have_count(1, timeout=20_000)
    unfold(settled)  # it now stands last, folded
    expect(settled.locator(".settled")).to_be_visible()


def test_a_series_is_renamed_and_the_undo_brings_its_title_back(at: Open) -> None:
    page = at("numbers")
    before = page.locator("#series-title").inner_text()
    page.get_by_text("Rename, merge, split").click()
    page.get_by_label("Title", exact=True).fill("Deaths in the Osk valley")
    page.get_by_role("button", name="Rename").click()
    expect(page.locator("#series-title")).to_have_text("Deaths in the Osk valley", timeout=20_000)
    page.goto(page.url.split("#")[0] + "#history")
    page.locator(".entry").first.get_by_role("button", name="Undo").click()
    expect(page.locator(".entry")).to_have_count(2)
    page.goto(page.url.split("#")[0] + "#overview")
    expect(page.locator("#live .view")).to_contain_text(before, timeout=20_000)


def test_chosen_claims_are_split_off_joined_and_parted(at: Open) -> None:
    page = at("claims")
    for name, kind in (("Same statement", "same statement"), ("Different statements", "different statement")):
        page.locator(".claim-row input").nth(0).check()
        page.locator(".claim-row input").nth(1).check()
        page.get_by_role("button", name=name).click()
        expect(page.locator(".bulk")).to_have_count(0)
        decided(page, kind)
    page.locator(".claim-row input").nth(0).check()
    page.get_by_role("button", name="Split off as a series").click()
    expect(page.locator(".bulk")).to_have_count(0)
    decided(page, "split")


def test_a_claim_is_moved_to_a_series_found_by_its_title(at: Open) -> None:
    page = at("claims")
    page.locator(".claim-row input").nth(0).check()
    page.locator(".bulk").get_by_text("Move to series").click()
    box = page.locator(".bulk").get_by_role("combobox", name="Series")
    box.click()
    box.press_sequentially("wounded")
    page.locator(".bulk [role=option]").first.click()
    page.locator(".bulk").get_by_role("button", name="Move").click()
    expect(page.locator(".bulk")).to_have_count(0)
    decided(page, "move")


def test_a_source_is_graded(at: Open) -> None:
    page = at("grades")
    page.locator(".grade-list select").first.select_option("B")
    decided(page, "grade")


def test_the_book_as_of_a_day_before_it_is_empty_and_now_brings_it_back(at: Open) -> None:
    page = at("history")
    page.get_by_label("The book as of").fill("2020-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".banner.then")).to_contain_text("1 Jan 2020")
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("#live .view")).to_contain_text("No number in these articles")
    page.get_by_role("button", name="Back to now").click()
    expect(page.locator("#live .view")).to_contain_text("40")


def test_hostile_pages_are_shown_as_text(at: Open) -> None:
    happened: list[str] = []
    page = at("add")
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("console", lambda message: happened.append(message.text))
    page.get_by_label("Text of a page").fill(
        f"Toll rises\n\n{HOSTILE} were killed, the mayor said.\n\n{'x' * 1_000_000} 12 people were killed."
    )
    page.get_by_label("Its name or address").fill(HOSTILE[:150])
    page.get_by_role("button", name="Add text").click()
    expect(page.locator(".job.s-done")).to_be_visible(timeout=60_000)
    expect(page.locator(".job.s-done")).to_contain_text("script>&amp;&#60;b&#62;")
    page.locator(".job.s-done").get_by_role("link", name="Open").click()
    expect(page.locator(".page-text")).to_contain_text("<script>alert(2)</script>&amp;&#60;b&#62;")
    assert "\u202e" not in page.locator("main").inner_text()
    for view in ("review", "claims", "history", "overview", "findings"):
        page.goto(page.url.split("#")[0] + f"#{view}")
        page.wait_for_selector(f"html[data-view={view}]")
    assert page.locator("img").count() == 0
    assert happened == []


@pytest.mark.parametrize(
    "view", ["review", "claims", "pages", "page", "add", "grades", "history", "numbers", "findings", "edit", "keys"]
)
@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_axe_finds_nothing_in_any_view(at: Open, view: str, size: dict[str, int], scheme: str) -> None:
    page = at("review", viewport=size, color_scheme=scheme, bypass_csp=True)  # axe is a script
    page.locator(".review .text-pane").wait_for()
    page.keyboard.press("a")
    page.wait_for_selector(".doing[data-saving='0']", state="attached")
    fragment = {
        "page": "pages/" + quote(asked(page, "/documents")["items"][0]["id"], safe=""),
        "edit": "review",
        "keys": "review",
    }
    page.evaluate("to => { location.hash = to; }", fragment.get(view, view))
    page.wait_for_selector(f"html[data-view={fragment.get(view, view).split('/')[0]}]")
    page.locator("#live .view section").first.wait_for()
    if view in ("edit", "keys"):
        page.locator(".review .text-pane").wait_for()
        page.keyboard.press("e" if view == "edit" else "?")
    page.evaluate("document.querySelectorAll('#live details').forEach(one => { one.open = true; })")
    page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []


@pytest.mark.parametrize("view", ["review", "claims", "pages", "add", "grades", "history"])
def test_nothing_is_wider_than_a_phone(at: Open, view: str) -> None:
    page = at(view, viewport=PHONE)
    page.locator("#live .view section").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

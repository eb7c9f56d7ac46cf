"""What reviewers do in the browser: with keys, with buttons, and two at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsing import select

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 900}
Open = Callable[..., Page]


@pytest.fixture
def at(chromium: Browser, served: str) -> Iterator[Open]:
    """Opens the app at a fragment as somebody, each in a browser of their own; None has no name yet."""
    contexts = []

    def open_at(fragment: str = "review", *, who: str | None = "A. Editor") -> Page:
        context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
        contexts.append(context)
        if who is not None:
            context.add_init_script(f"localStorage.setItem('tallybook.reviewer', '{who}')")
        page = context.new_page()
        page.goto(f"{served}#{fragment}")
        page.wait_for_selector("html[data-ready]")
        if fragment == "review":
            page.wait_for_selector(".review .text-pane")
        return page

    yield open_at
    for context in contexts:
        context.close()


def history(page: Page) -> list[dict[str, Any]]:
    """What the book knows, the newest first, once nothing is being saved."""
    page.wait_for_selector(".doing[data-saving='0']", state="attached")
    return page.evaluate("fetch('/api/v1/history').then(answer => answer.json()).then(told => told.items)")  # type: ignore[no-any-return]


def claim_of(page: Page, anchor: str) -> dict[str, Any]:
    return page.evaluate(  # type: ignore[no-any-return]
        "anchor => fetch('/api/v1/claims/' + anchor).then(answer => answer.json())", anchor
    )


def figure(page: Page) -> str:
    return page.locator(".review .claim-figure bdi").inner_text()


def test_keys_alone_go_through_the_queue(at: Open) -> None:
    page = at()
    first = figure(page)
    page.keyboard.press("a")
    expect(page.locator(".review .claim-figure bdi")).not_to_have_text(first)
    page.keyboard.press("x")
    assert [one["kind"] for one in history(page)] == ["reject", "accept"]
    assert {one["by"] for one in history(page)} == {"A. Editor"}
    left = int(page.locator(".badge").inner_text())
    page.keyboard.press("Space")
    expect(page.get_by_text("1 skipped")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".badge")).to_have_text(str(left + 1))
    assert [one["kind"] for one in history(page)] == ["undo", "reject", "accept"]


def test_letters_do_nothing_once_they_are_turned_off(at: Open) -> None:
    page = at()
    first = figure(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    dialog.get_by_label("Single-letter keys").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("a")
    page.keyboard.press("?")
    expect(dialog).to_have_count(0)
    assert figure(page) == first
    assert history(page) == []
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".review .claim-figure bdi")).not_to_have_text(first)


def test_the_queue_is_worked_by_tab_and_enter_alone(at: Open) -> None:
    page = at()
    page.get_by_role("button", name="Reject").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skip")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".claim-form input[name=low]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".claim-form")).to_have_count(0)


def test_an_edit_changes_the_fields_that_were_changed(at: Open) -> None:
    page = at()
    page.keyboard.press("e")
    page.locator("input[name=origin]").fill("Osk Water Board")
    page.locator("select[name=hedge]").select_option("about")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".claim-form")).to_have_count(0)
    (one,) = history(page)
    assert one["kind"] == "edit"
    assert {change["field"] for change in one["changed"]} >= {"attribution.origin", "quantity.hedge"}
    claim = claim_of(page, one["anchors"][0])
    assert (claim["origin"], claim["quantity"]["hedge"]) == ("Osk Water Board", "about")


def test_selected_words_prove_a_field(at: Open) -> None:
    page = at()
    page.keyboard.press("e")
    page.locator("input[name=place]").fill("Tarnow")
    page.locator(".page-text").get_by_text("Tarnow").first.wait_for()
    select(page, "Tarnow")
    page.get_by_role("button", name="The selected words prove: place").click()
    page.get_by_role("button", name="Save and go on").click()
    (one,) = history(page)
    claim = claim_of(page, one["anchors"][0])
    whole = page.evaluate("id => fetch('/api/v1/documents/' + id).then(one => one.json())", claim["document"]["id"])
    ((start, end),) = claim["evidence"]["place"]
    assert whole["text"][start:end] == "Tarnow"


def test_a_missed_claim_is_added_by_selecting_its_number(at: Open) -> None:
    page = at("pages")
    page.get_by_role("link", name="Toll in Tarnow rises to 40").click()
    page.locator(".page-text").wait_for()
    select(page, "2025")
    page.get_by_role("button", name="Add a claim at").click()
    page.locator("input[name=event]").fill("rescued")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.get_by_role("link", name="2,025 people")).to_be_visible()
    (one,) = history(page)
    assert one["kind"] == "add missed"


def test_a_note_a_state_and_who_looks_at_it_stay_with_a_claim(at: Open) -> None:
    page = at()
    page.get_by_text("Check, assign, note, move …").click()
    page.get_by_label("Checked").select_option("checked")
    page.get_by_role("button", name="To me").click()
    page.get_by_label("Note").fill("Ring the ministry")
    page.get_by_role("button", name="Add note").click()
    expect(page.get_by_text("Ring the ministry")).to_be_visible()
    expect(page.get_by_label("Who looks at it")).to_have_value("A. Editor")
    anchor = history(page)[0]["anchors"][0]
    review = claim_of(page, anchor)["review"]
    assert (review["state"], review["assignee"], len(review["notes"])) == ("checked", "A. Editor", 1)


def test_the_name_is_asked_for_once(at: Open) -> None:
    page = at(who=None)
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Who are you?")
    dialog.get_by_label("Name").fill("C. New")
    page.keyboard.press("Enter")
    expect(page.locator(".who-am-i")).to_contain_text("C. New")
    page.keyboard.press("a")
    assert [one["by"] for one in history(page)] == ["C. New", "C. New"]
    page.reload()
    expect(page.locator(".who-am-i")).to_contain_text("C. New")


def test_a_decision_that_was_not_named_is_not_lost_from_the_queue(at: Open) -> None:
    page = at(who=None)
    first = figure(page)
    page.keyboard.press("a")
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(page.locator(".review .claim-figure bdi")).to_have_text(first)
    assert history(page) == []


@pytest.mark.parametrize(("choice", "last"), [("Take theirs", "reject"), ("Do mine again", "accept")])
def test_two_reviewers_are_told_of_each_other_and_nothing_is_lost(at: Open, choice: str, last: str) -> None:
    mine = at()
    mine.route("**/api/v1/queue*", lambda route: route.abort())  # what this reviewer sees is as it was
    theirs = at(who="B. Second")
    assert figure(theirs) == figure(mine)
    theirs.keyboard.press("x")
    history(theirs)
    mine.keyboard.press("a")
    conflict = mine.locator(".conflict")
    expect(conflict).to_contain_text("B. Second")
    expect(conflict).to_contain_text("reject")
    conflict.get_by_role("button", name=choice).click()
    expect(conflict).to_have_count(0)
    assert history(mine)[0]["kind"] == last


def test_what_is_typed_stays_when_somebody_else_decides(at: Open) -> None:
    mine = at()
    mine.keyboard.press("e")
    mine.locator("input[name=origin]").fill("Half a na")
    theirs = at(who="B. Second")
    theirs.keyboard.press("x")
    expect(mine.locator(".banner")).to_contain_text("B. Second rejected this claim")
    expect(mine.locator("input[name=origin]")).to_have_value("Half a na")


def test_a_step_from_the_middle_is_undone(at: Open) -> None:
    page = at()
    for _ in range(3):
        before = figure(page)
        page.keyboard.press("a")
        expect(page.locator(".review .claim-figure bdi")).not_to_have_text(before)
    middle = history(page)[1]
    page.goto(page.url.split("#")[0] + "#history")
    page.locator(".entry").nth(1).get_by_role("button", name="Undo").click()
    expect(page.locator(".entry")).to_have_count(4)
    expect(page.locator(".entry.undone")).to_have_count(1)
    newest, *_ = history(page)
    assert newest["undoes"] == middle["id"]
    assert claim_of(page, middle["anchors"][0])["review"]["verdict"] is None


def test_a_reload_keeps_what_was_decided_and_what_was_skipped(at: Open) -> None:
    page = at()
    page.keyboard.press("a")
    history(page)
    page.keyboard.press("Space")
    expect(page.get_by_text("1 skipped")).to_be_visible()
    now = figure(page)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.get_by_text("1 skipped")).to_be_visible()
    assert figure(page) == now
    assert len(history(page)) == 1

"""Forms of the app: what is typed outlives a reload, a selected number is read, a series is chosen with the claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsing import select

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser, served: str) -> Iterator[Page]:
    """The review as A. Editor has it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script("localStorage.setItem('tallybook.reviewer', 'A. Editor')")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(f"{served}#review")
    page.wait_for_selector(".review .text-pane")
    yield page
    context.close()


def last(page: Page, count: int = 1) -> list[dict[str, Any]]:
    """The newest decisions, once nothing is being saved."""
    page.wait_for_selector(".doing[data-saving='0']", state="attached")
    found: list[dict[str, Any]] = page.evaluate("fetch('/api/v1/history').then(a => a.json()).then(a => a.items)")
    return found[:count]


def claim_of(page: Page, anchor: str) -> dict[str, Any]:
    return page.evaluate("a => fetch('/api/v1/claims/' + a).then(answer => answer.json())", anchor)  # type: ignore[no-any-return]


def go(page: Page, fragment: str) -> None:
    page.evaluate("to => { location.hash = to; }", fragment)


def reloaded(page: Page) -> None:
    page.reload()
    page.wait_for_selector("html[data-ready]")


def test_an_edit_outlives_a_reload_until_it_is_saved(page: Page) -> None:
    page.keyboard.press("e")
    page.locator("input[name=origin]").fill("Osk Water Board")
    reloaded(page)
    expect(page.locator("input[name=origin]")).to_have_value("Osk Water Board")
    expect(page.get_by_text("As you left it, not saved yet.")).to_be_visible()
    page.get_by_role("button", name="Save and go on").click()
    assert claim_of(page, last(page)[0]["anchors"][0])["origin"] == "Osk Water Board"
    reloaded(page)
    page.wait_for_selector(".review .text-pane")
    expect(page.locator(".claim-form")).to_have_count(0)


def test_a_claim_that_was_asked_for_and_decided_on_does_not_come_back_with_a_reload(page: Page) -> None:
    anchor = page.evaluate("fetch('/api/v1/claims').then(a => a.json()).then(a => a.items.at(-1).anchor)")
    go(page, f"review/{anchor}")
    expect(page.locator(".why-here")).to_contain_text("you asked for it")
    page.keyboard.press("a")
    assert last(page)[0]["anchors"] == [anchor]
    reloaded(page)
    expect(page.locator(".why-here")).not_to_contain_text("you asked for it")
    assert page.evaluate("location.hash") == "#review"


@pytest.mark.parametrize("way", ["Cancel", "Start over"])
def test_an_edit_that_is_given_up_does_not_come_back(page: Page, way: str) -> None:
    page.keyboard.press("e")
    before = page.locator("input[name=origin]").input_value()
    page.locator("input[name=origin]").fill("Osk Water Board")
    reloaded(page)
    page.get_by_role("button", name=way).click()
    reloaded(page)
    page.wait_for_selector(".review .text-pane")
    if page.locator(".claim-form").count() == 0:
        page.keyboard.press("e")
    expect(page.locator("input[name=origin]")).to_have_value(before)


def test_an_edit_that_the_server_did_not_take_stands_in_its_form_again(page: Page) -> None:
    page.route("**/api/v1/decisions", lambda route: route.abort())
    page.keyboard.press("e")
    page.locator("input[name=origin]").fill("Osk Water Board")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator(".notice.bad")).to_contain_text("The server does not answer")
    expect(page.locator("input[name=origin]")).to_have_value("Osk Water Board")


def test_a_number_that_is_selected_is_read_for_the_form_which_outlives_reload_and_refusal(page: Page) -> None:
    go(page, "pages")
    page.get_by_role("link", name="Toll in Tarnow rises to 40").click()
    page.locator(".page-text").wait_for()
    select(page, "60")
    expect(page.locator(".read-there")).to_contain_text("Read there: 60")
    page.get_by_role("button", name="Add a claim at").click()
    expect(page.locator("input[name=low]")).to_have_value("60")
    expect(page.locator("input[name=unit]")).to_have_value("person")
    page.locator("input[name=event]").fill("rescued")
    reloaded(page)
    expect(page.locator("input[name=event]")).to_have_value("rescued")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.locator(".notice.bad")).to_contain_text("there is a claim at these words already")
    expect(page.locator("input[name=event]")).to_have_value("rescued")


def test_a_claim_by_hand_is_put_into_a_series_in_its_form_and_outlives_a_reload(page: Page) -> None:
    go(page, "add")
    page.get_by_text("Note a claim by hand").click()
    page.get_by_label("Its words").fill("The mayor says 16 people died")
    page.get_by_label("Heard or seen at").fill("2025-05-05T10:30")
    for name, value in (("low", "16"), ("high", "16"), ("event", "killed"), ("origin", "mayor")):
        page.locator(f".by-hand input[name={name}]").fill(value)
    box = page.get_by_role("combobox", name="Series")
    box.click()
    box.press_sequentially("killed")
    page.locator(".by-hand [role=option]").first.click()
    title = box.input_value()
    reloaded(page)
    expect(page.get_by_label("Its words")).to_have_value("The mayor says 16 people died")
    expect(page.get_by_role("combobox", name="Series")).to_have_value(title)
    page.get_by_role("button", name="Note the claim").click()
    expect(page.get_by_label("Its words")).to_have_value("")
    moved, added = last(page, 2)
    assert (moved["kind"], added["kind"]) == ("move", "add by hand")
    assert moved["anchors"][0] == added["anchors"][0]

"""What a reader does with the live report: every view, with the pointer and with keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsing import unfold

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe.min.js"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
VIEWS = ("overview", "numbers", "lineage", "findings", "forecasts", "map", "evidence", "sources", "unread")
Open = Callable[[str], Page]


@pytest.fixture
def at(chromium: Browser, live_file: Path) -> Iterator[Open]:
    """Opens the report at a fragment."""
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce", accept_downloads=True)

    def open_at(fragment: str) -> Page:
        page = context.new_page()
        page.goto(f"{live_file.as_uri()}#{fragment}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_at
    context.close()


def test_overview_says_each_series_in_a_sentence_after_what_changes_the_reading(at: Open) -> None:
    page = at("")
    text = page.locator(".view").inner_text()
    assert text.index("Read these first") < text.index("The numbers")
    assert "Best supported as of 8 March 2031. The evidence allows 87 to 91." in text
    assert "6 articles, 3 independent origins" in text


@pytest.mark.parametrize("view", VIEWS)
def test_one_view_at_a_time(at: Open, view: str) -> None:
    page = at(view)
    shown = page.locator("main > section:visible, #live .view > section:visible")
    assert shown.count() == 1
    assert page.locator("nav [aria-current]").get_attribute("href") == f"#{view}"


def test_a_mark_opens_its_words_and_escape_closes_them(at: Open) -> None:
    page = at("series-killed")
    mark = page.locator('.timechart a[href="#claim-h2a"]')
    mark.dispatch_event("click")
    drawer = page.locator(".drawer")
    assert drawer.locator("blockquote mark.m-value").inner_text() == "89"
    assert drawer.locator(".near").count() >= 1
    assert "SHA-256" in drawer.inner_text()
    assert page.evaluate("location.hash") == "#claim-h2a"
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    assert page.evaluate("location.hash") == "#series-killed"


def test_keys_alone_reach_the_words(at: Open) -> None:
    page = at("series-killed")
    page.locator(".timechart a[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('href')")
    assert first != second
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == second
    expect(page.locator(".drawer")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(f".timechart a[href='{second}']")).to_be_focused()


def test_a_denial_opens_beside_the_finding_and_escape_closes_it(at: Open) -> None:
    page = at("findings")
    unfold(page.locator(".found", has=page.locator(".against")).first)
    page.locator(".against a").first.click()
    drawer = page.locator(".drawer")
    expect(drawer).to_be_focused()
    assert drawer.locator("blockquote mark").count() >= 1
    assert "Speaker" in drawer.inner_text() and "SHA-256" in drawer.inner_text()
    assert drawer.locator("a[href^='#finding-']").count() >= 1
    assert page.evaluate("location.hash").startswith("#denial-")
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    assert page.evaluate("document.documentElement.dataset.view") == "findings"


def test_a_link_with_a_denial_opens_it_over_the_list(at: Open) -> None:
    fragment = at("unread").locator("#unread article.claim").first.get_attribute("id")
    page = at(fragment or "")
    expect(page.locator(".drawer blockquote")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.view") == "unread"


def test_a_series_is_found_by_typing_words_of_its_title(at: Open) -> None:
    page = at("numbers")
    box = page.get_by_role("combobox", name="Series")
    box.focus()
    page.keyboard.type("varrosa missing")
    options = page.locator(".choices [role=option]")
    assert options.count() >= 1
    assert all("Varrosa" in words and "missing" in words for words in options.all_inner_texts())
    page.keyboard.press("Enter")
    assert page.locator("#series-title").inner_text() in (
        "People missing in Varrosa",
        "People killed or missing in Varrosa",
    )
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize(
    ("keys", "moves"),
    [
        (("ArrowDown", "ArrowDown", "Enter"), 1),
        (("ArrowDown", "ArrowDown", "Escape"), 0),
        (("z", "z", "q", "Enter"), 0),
    ],
)
def test_the_picker_needs_no_pointer(at: Open, keys: tuple[str, ...], moves: int) -> None:
    page = at("numbers")
    titles = page.evaluate("[...document.querySelectorAll('#numbers .series h3')].map(h => h.textContent)")
    page.get_by_role("combobox", name="Series").focus()
    for key in keys:
        page.keyboard.press(key)
    assert page.locator("#series-title").inner_text() == titles[moves]


def test_narrowing_by_event_narrows_the_overview_and_the_list_of_series(at: Open) -> None:
    page = at("overview")
    before, every = page.locator(".card").count(), page.locator(".card, .once-list li").count()
    page.get_by_label("Event").select_option(index=1)
    after = page.locator(".card").count()
    assert 0 < after < before
    page.get_by_role("button", name="Show all").wait_for()
    page.locator("nav").get_by_role("link", name="Number by number").click()
    page.get_by_role("combobox", name="Series").click()
    assert 0 < page.locator(".choices [role=option]").count() < every


def test_letters_go_through_claims_until_they_are_turned_off(at: Open) -> None:
    page = at("series-killed")
    page.keyboard.press("j")
    first = page.evaluate("location.hash")
    page.keyboard.press("j")
    assert page.evaluate("location.hash") != first
    page.keyboard.press("k")
    assert page.evaluate("location.hash") == first
    page.keyboard.press("Escape")
    page.locator(".letters summary").click()
    page.locator(".letters input").uncheck()
    page.keyboard.press("j")
    expect(page.locator(".drawer")).to_have_count(0)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.locator(".letters summary").click()
    assert not page.locator(".letters input").is_checked()


def test_a_link_to_a_claim_opens_it_over_its_series(at: Open) -> None:
    page = at("claim-m3a")
    assert page.locator(".drawer blockquote mark.m-value").inner_text() == "12,000"
    assert page.locator(".timechart .ring circle").count() >= 1


def test_next_and_previous_stay_in_the_series(at: Open) -> None:
    page = at("claim-m3a")
    place = page.locator(".drawer-bar span").first
    said = place.inner_text()
    page.get_by_role("button", name="Next →").click()
    expect(place).not_to_have_text(said)


def test_filters_repeats_and_scale_change_what_is_drawn(at: Open) -> None:
    page = at("series-killed")
    marks = page.locator(".timechart a.dot")
    leads = marks.count()
    page.get_by_label("Show repeats").check()
    expect(marks).not_to_have_count(leads)
    every = marks.count()
    assert every > leads
    page.locator(".filter select").first.select_option(index=1)
    expect(marks).not_to_have_count(every)
    assert marks.count() < every
    page.locator(".filter select").first.select_option(index=0)
    before = page.locator(".timechart .scale-text").all_text_contents()
    page.get_by_label("Logarithmic").click()
    expect(page.locator(".timechart .scale-text")).not_to_have_text(before)


def test_lineage_leads_from_who_says_it_to_where_it_is_read(at: Open) -> None:
    page = at("lineage/series-killed")
    assert page.locator(".lanes .flow").count() >= 3
    assert "Meridian Wire" in page.locator(".lanes").inner_html()
    page.locator(".lanes a.dot").first.dispatch_event("click")
    expect(page.locator(".drawer")).to_have_count(1)


def test_a_finding_stands_with_its_arithmetic_and_claims(at: Open) -> None:
    page = at("findings")
    found = page.locator(".found", has_text="80,000 ÷ 22,000 = 3.6")
    assert found.locator(".beside li").count() >= 2
    unfold(found)
    found.locator(".beside a").first.click()
    expect(page.locator(".drawer")).to_have_count(1)


def test_a_link_to_a_finding_brings_it_on_screen(at: Open) -> None:
    page = at("finding-f3")
    box = page.locator('[data-at="finding-f3"].at').bounding_box()
    assert box
    assert 0 <= box["y"] < DESK["height"]


def test_kinds_that_change_no_number_are_folded_until_a_link_asks_for_them(at: Open) -> None:
    page = at("findings")
    folded = page.locator(".found-kind > details:not([open])")
    kind = folded.first.locator("xpath=..").get_attribute("data-at")
    hidden = folded.last.locator(".found").first.get_attribute("data-at")
    page.locator(f'.jump a[href="#{kind}"]').click()
    expect(page.locator(f'[data-at="{kind}"] .found').first).to_be_visible()
    page = at(hidden or "")
    expect(page.locator(f'[data-at="{hidden}"]')).to_be_in_viewport()


def test_forecasts_stand_by_outcome(at: Open) -> None:
    page = at("forecasts")
    for outcome in ("open", "reached", "missed", "unsettled"):
        assert page.locator(f".outcome-{outcome} .forecast").count() == 1


def test_a_place_on_the_map_lists_its_claims(at: Open) -> None:
    page = at("map")
    page.locator(".spot[aria-label^='Peru']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#spot-title")).to_contain_text("Peru")
    assert page.locator("#live .once-list li").count() >= 10


def test_why_this_number_tells_what_was_used_and_left_out(at: Open) -> None:
    page = at("series-killed")
    page.locator(".why-box > summary").click()
    text = page.locator(".why-box").inner_text()
    assert "Used (" in text
    assert "Left out (" in text


@pytest.mark.parametrize(("kind", "begin"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")])
@pytest.mark.parametrize("view", ["series-killed", "lineage/series-killed", "map"])
def test_each_chart_can_be_kept_as_a_file(at: Open, tmp_path: Path, view: str, kind: str, begin: bytes) -> None:
    page = at(view)
    page.wait_for_selector(".figure-box svg")
    with page.expect_download() as kept:
        page.get_by_role("button", name=kind, exact=True).click()
    path = tmp_path / "chart"
    kept.value.save_as(path)
    assert path.read_bytes().startswith(begin)
    assert path.stat().st_size > 3000


def test_a_claim_can_be_copied_as_a_citation(chromium: Browser, live_file: Path) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_file.as_uri()}#claim-h2a")
    page.get_by_role("button", name="Copy as citation").click()
    page.wait_for_selector("text=Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert text.startswith("89 people killed. “Three days after the quake")
    assert "SHA-256 of the text" in text


def test_printed_it_is_the_view_without_its_tools(at: Open) -> None:
    page = at("series-killed")
    page.emulate_media(media="print")
    assert page.locator(".timechart").is_visible()
    assert not page.locator(".tools").is_visible()
    assert not page.locator("nav").is_visible()


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("fragment", [*VIEWS, "claim-h2a"])
def test_axe_finds_nothing_in_any_view(
    chromium: Browser, live_file: Path, fragment: str, size: dict[str, int], scheme: str
) -> None:
    context = chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)  # axe is a script
    page = context.new_page()
    page.goto(f"{live_file.as_uri()}#{fragment}")
    page.wait_for_selector("html[data-ready]")
    page.evaluate("document.querySelectorAll('#live details').forEach(d => d.open = true)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(v["id"], v["nodes"][0]["html"][:300]) for v in found["violations"]] == []
    assert width <= size["width"]

"""What readers do in a browser, whatever the page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def unfold(found: Locator) -> None:
    """Opens whatever something is folded in, and what is folded under it, as clicks on them do."""
    folds = [*found.locator("xpath=ancestor::details").all(), *found.locator("details.folded").all()]
    for fold in folds:
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()


def select(page: Page, words: str) -> None:
    """Selects words in the text of the page, as a pointer does."""
    page.evaluate(
        """words => {
        const walker = document.createTreeWalker(document.querySelector('.page-text'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
        }
        throw new Error(words);
    }""",
        words,
    )

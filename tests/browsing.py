"""What readers do in a browser, whatever the page."""

from __future__ import annotations

from playwright.sync_api import Locator


def unfold(found: Locator) -> None:
    """Opens whatever something is folded in, and what is folded under it, as clicks on them do."""
    folds = [*found.locator("xpath=ancestor::details").all(), *found.locator("details.folded").all()]
    for fold in folds:
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()

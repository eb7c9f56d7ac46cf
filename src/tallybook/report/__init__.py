"""One self-contained HTML file: no network, no script needed, the same bytes for the same evidence."""

from tallybook.report.page import render_report

__all__ = ["render_report"]

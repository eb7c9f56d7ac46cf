"""One self-contained HTML file: no script, no network, the same bytes for the same evidence."""

from tallybook.report.page import render_report

__all__ = ["render_report"]

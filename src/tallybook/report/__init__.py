"""The report: one self-contained HTML file, or the same page live over a server."""

from tallybook.report.page import live_policy, render_live, render_report
from tallybook.report.script import outline_json

__all__ = ["live_policy", "outline_json", "render_live", "render_report"]

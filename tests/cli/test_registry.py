"""The command that checks a registry file of one's own."""

from __future__ import annotations


def test_a_file_in_order_is_counted(call, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("sources:\n  - {name: Reuters, kind: agency}\n  - {name: Lakeside Herald, kind: outlet}\n")
    outcome = call("registry", path)
    assert (outcome.code, outcome.out) == (0, "sources: 2\n")
    assert "'Reuters' replaces the built-in entry" in outcome.err


def test_every_fault_is_told(call, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("sources:\n  - {name: A, kind: newspaper}\npersons:\n  - {name: 12}\n")
    outcome = call("registry", path)
    assert outcome.code == 1
    assert [line.removeprefix(f"error: {path}:").split(": ")[0] for line in outcome.errors] == ["2", "4"]
    assert len(outcome.hints) == 2

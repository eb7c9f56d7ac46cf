"""claims, findings and estimate: data on stdout as promised, the same every time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CLAIM = {
    "id", "document", "span", "text", "sentence", "quantity", "group", "event", "kind", "modality", "origin", "relays",
    "time", "place", "part_of", "evidence", "readings", "change", "each_of",
}  # fmt: skip
QUANTITY = {"low", "high", "hedge", "unit", "per"}
FINDING = {"id", "kind", "claims", "text", "arithmetic", "severity", "innocent", "settled", "denials"}
ESTIMATE = {
    "title", "series", "at", "low", "best", "high", "independent", "method", "claims", "left_out", "why",
    "probability", "likelihood", "claimed_by", "pivot", "applied", "compared",
}  # fmt: skip
HEDGES = {"exact", "about", "nearly", "at least", "more than", "up to", "less than", "range", "vague"}
KINDS = {"total", "level", "flow", "rate", "share"}


@pytest.mark.parametrize("command", ["claims", "findings", "estimate", "run"])
def test_all_examples_are_read(of_examples, command):
    assert of_examples[command].code == 0
    assert of_examples[command].errors == []
    assert of_examples[command].out


@pytest.mark.parametrize("command", ["claims", "findings", "estimate"])
def test_stdout_is_one_object_a_line(of_examples, command):
    out = of_examples[command].out
    assert out.endswith("}\n")
    assert all(isinstance(json.loads(line), dict) for line in out.splitlines())


def test_claims_have_the_fields_of_the_contract(of_examples):
    for claim in of_examples["claims"].records:
        assert claim.keys() >= CLAIM
        assert claim.keys() - CLAIM <= {"total", "condition", "incident", "taken_back", "partial_time"}
        assert claim["quantity"].keys() - {"currency"} == QUANTITY
        assert claim["quantity"]["hedge"] in HEDGES
        assert claim["kind"] in KINDS
        assert claim["document"].keys() >= {"id", "path", "title", "outlet", "published", "language"}
        assert {"value", "hedge", "unit", "event"} <= claim["evidence"].keys()


def test_claim_ids_are_unique_and_referred_to(of_examples):
    claims = of_examples["claims"].records
    ids = {claim["id"] for claim in claims}
    assert len(ids) == len(claims)
    assert {claim["part_of"] for claim in claims} | {claim["each_of"] for claim in claims} <= ids | {None}
    for record in (*of_examples["findings"].records, *of_examples["estimate"].records):
        assert set(record["claims"]) <= ids


def test_spans_of_plain_text_are_offsets_into_the_file(of_examples):
    checked = 0
    for claim in of_examples["claims"].records:
        path = Path(claim["document"]["path"])
        if path.suffix == ".txt":
            text, (start, end) = path.read_text(encoding="utf-8"), claim["span"]
            assert text[start:end] == claim["text"]
            assert claim["sentence"] in text
            checked += 1
    assert checked


def test_findings_and_estimates_have_their_fields(of_examples):
    assert all(finding.keys() == FINDING for finding in of_examples["findings"].records)
    assert all(finding["text"].endswith(".") for finding in of_examples["findings"].records)
    assert all(estimate.keys() == ESTIMATE for estimate in of_examples["estimate"].records)


@pytest.mark.parametrize("policy", ["range", "majority", "latest-official"])
def test_estimates_by_policy(call, story, policy):
    shown = call("estimate", story, "--policy", policy, "--pack", "base")
    assert shown.code == 0
    assert {estimate["method"].split("/")[0] for estimate in shown.records} == {policy}


@pytest.mark.parametrize("given", ["{name}", "./{name}", "{folder}/{name}", "{folder}/../{last}/{name}"])
def test_paths_are_told_as_given(call, story, monkeypatch, given):
    monkeypatch.chdir(story.parent)
    path = given.format(name=story.name, folder=story.parent, last=story.parent.name)
    told = {claim["document"]["path"] for claim in call("claims", path, "--pack", "base").records}
    assert told <= {path, path.removeprefix("./")}
    assert len(told) == 1


@pytest.mark.parametrize("command", ["claims", "findings", "estimate"])
def test_a_page_from_stdin_reads_as_from_its_file(call, story, command):
    from_file = call(command, story, "--pack", "base")
    from_stdin = call(command, "-", "--pack", "base", stdin=story.read_bytes())
    assert from_stdin.code == 0
    assert from_stdin.out == from_file.out.replace(json.dumps(str(story)), '"-"')


def test_a_folder_means_the_files_in_it(call, story):
    hidden = story.parent / ".hidden.txt"
    hidden.write_text(story.read_text().replace("14 people", "15 people"))
    by_folder, by_file = (call("claims", path, "--pack", "base") for path in (story.parent, story))
    assert (by_folder.code, by_folder.out) == (0, by_file.out)


def test_a_page_with_no_number_is_no_failure(call, tmp_path):
    page = tmp_path / "quiet.txt"
    page.write_text("The minister spoke to reporters on Monday. He said that nothing had happened in the valley.\n")
    for command in ("claims", "findings", "estimate"):
        assert call(command, page, "--pack", "base") == call(command, page, "--pack", "base")
        assert call(command, page, "--pack", "base").code == 0
    assert call("claims", page, "--pack", "base").out == ""


def test_the_same_text_is_told_once(call, story):
    copy = story.with_name("copy.txt")
    copy.write_bytes(story.read_bytes())
    shown = call("claims", story, copy, story, "--pack", "base")
    assert shown.code == 0
    assert shown.out == call("claims", story, "--pack", "base").out
    assert f"note: {copy}: the same text as {story}, taken once" in shown.err


def test_surrogates_in_names_stay_json(call, story):
    odd = story.with_name("odd\udcff.txt")
    odd.write_bytes(story.read_bytes())
    (path,) = {claim["document"]["path"] for claim in call("claims", odd, "--pack", "base").records}
    assert path == str(odd)


def test_the_same_output_twice(call, of_examples, examples, tmp_path):
    for command in ("claims", "findings", "estimate"):
        assert call(command, examples, "--pack", "base").out == of_examples[command].out
    call("run", examples, "--pack", "base", "-o", tmp_path / "again.html")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == of_examples["run"].out


def test_the_same_output_in_another_process(of_examples, start, tmp_path):
    """Sets iterate in another order where strings hash differently; nothing may depend on it."""
    program = (
        "import sys; from tallybook.cli import tallybook; from tallybook.cli.outcome import run_and_exit\n"
        "for command in ('claims', 'findings', 'estimate', 'run'):\n"
        "    sys.stdout = open(f'{sys.argv[2]}/{command}', 'w')\n"
        "    report = ['-o', f'{sys.argv[2]}/report'] if command == 'run' else []\n"
        "    try: run_and_exit(tallybook, [command, sys.argv[1], '--pack', 'base', *report])\n"
        "    except SystemExit as leaving: assert leaving.code == 0\n"
    )
    examples = of_examples["claims"].records[0]["document"]["path"].split("/earthquake")[0]
    child = start(examples, tmp_path, env={"PYTHONHASHSEED": "4711"}, program=program)
    assert child.wait() == 0
    for command in ("claims", "findings", "estimate"):
        assert (tmp_path / command).read_text(encoding="utf-8") == of_examples[command].out
    assert (tmp_path / "report").read_text(encoding="utf-8") == of_examples["run"].out


@pytest.mark.parametrize("language", ["de", "DE", "de-AT", "xx"])
def test_an_unsupported_language_is_said_so(call, story, language):
    shown = call("claims", story, "--language", language, "--pack", "base")
    assert (shown.code, shown.out) == (0, "")
    assert f"note: {story}: language {language[:2].lower()!r} is not supported" in shown.err


@pytest.mark.parametrize("language", ["EN", "en-GB", "en_US"])
def test_a_language_may_name_its_region(call, story, language):
    assert call("claims", story, "--language", language, "--pack", "base").records


def test_a_page_in_an_unsupported_language_leaves_the_others_alone(call, story):
    german = story.with_name("german.txt")
    german.write_text(
        "Bei dem Hochwasser im Tal sind nach Angaben der Polizei mindestens 14 Menschen ums Leben gekommen.\n\n"
        "Rund 2300 Menschen wurden aus den Dörfern unterhalb der Talsperre in Sicherheit gebracht.\n",
        encoding="utf-8",
    )
    shown = call("claims", german, story, "--pack", "base")
    assert shown.code == 0
    assert shown.out == call("claims", story, "--pack", "base").out
    assert f"note: {german}: language 'de' is not supported; its digits are read" in shown.err


def test_a_registry_of_the_user(call, story, tmp_path):
    registry = tmp_path / "own.yaml"
    registry.write_text("places: []\n", encoding="utf-8")
    plain, extended = (
        call("claims", story, "--pack", "base"),
        call("claims", story, "--registry", registry, "--pack", "base"),
    )
    assert (extended.code, extended.out) == (0, plain.out)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "cannot be read"), ("places: 3\n", "own.yaml"), ("a: [\n", "not YAML"), ("places: \xc3(", "own.yaml")],
)
def test_a_broken_registry_stops_the_run(call, story, tmp_path, content, words):
    registry = tmp_path / "own.yaml"
    if content is not None:
        registry.write_bytes(content.encode("latin-1"))
    shown = call("claims", story, "--registry", registry, "--pack", "base")
    assert (shown.code, shown.out) == (1, "")
    assert len(shown.errors) == len(shown.hints) == 1
    assert words in shown.errors[0]

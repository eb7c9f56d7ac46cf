"""Two times of one book set side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tallybook.model import Claim, Document, Evidence, Finding, Forecast, News, NewsKind, Outcome, Picture, Series
from tallybook.reconcile.changes.bounds import moved_bounds
from tallybook.reconcile.changes.pages import Pages, gist, in_order, topic
from tallybook.reconcile.scope import OTHER
from tallybook.reconcile.wording import capital, speaker_words, stated_words

SETTLED = frozenset({Outcome.REACHED, Outcome.MISSED})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A book at one time: what it held, and what followed from that."""

    evidence: Evidence
    picture: Picture


def compare(before: Snapshot, after: Snapshot, *, mixed: Set[str] = frozenset()) -> tuple[News, ...]:
    """What changed, kind by kind, in the same order every time.

    Claims of a changed page are matched by what they say, series and findings by their ids and else by the claims they
    share, so that what only stands elsewhere on its page is no news. `mixed` are the later documents whose earlier text
    another program read: what differs there may come from either.
    """
    pages = Pages(before.evidence, after.evidence)
    news = [
        *_pages(pages, mixed),
        *_claims(pages),
        *_series(before.picture, after.picture, pages),
        *_findings(before.picture.findings, after.picture.findings, pages.moved),
        *_forecasts(before.picture.forecasts, after, pages.moved),
    ]
    order = list(NewsKind)
    return tuple(sorted(news, key=lambda one: order.index(one.kind)))


def _pages(pages: Pages, mixed: Set[str]) -> Iterator[News]:
    count: defaultdict[str, int] = defaultdict(int)
    for claim in pages.after.claims:
        count[claim.document_id] += 1
    for document in pages.added:
        numbers = f"{count[document.id]} {'claim' if count[document.id] == 1 else 'claims'}"
        yield News(kind=NewsKind.PAGE_ADDED, text=f"{_name(document)}: {numbers}", document=document.id)
    for _, new in pages.changed:
        also = ", and another version of the program read it: what differs may come from either" * (new.id in mixed)
        yield News(kind=NewsKind.PAGE_CHANGED, text=f"{_name(new)}: its text is another{also}", document=new.id)


def _name(document: Document) -> str:
    said = ", ".join(words for words in (document.title, document.outlet) if words)
    return said or document.path or document.url or document.id


def _claims(pages: Pages) -> Iterator[News]:
    """Numbers taken back, replaced, or gone."""
    documents = {document.id: document for document in (*pages.before.documents, *pages.after.documents)}
    was_back = {pages.moved.get(claim.id) for claim in pages.before.claims if claim.taken_back is not None}
    for claim in in_order(pages.after.claims):
        if claim.taken_back is not None and claim.id not in was_back:
            document = documents.get(claim.document_id)
            words = claim.taken_back.of(document.text) if document is not None else ""
            text = f"{_said(claim, document)}: taken back" + (f" (“{words}”)" if words else "")
            yield News(kind=NewsKind.CORRECTION, text=text, claims=(claim.id,), document=claim.document_id)
    for old, new in pages.changed:
        yield from _gone(old, new, pages)


def _gone(old: Document, new: Document, pages: Pages) -> Iterator[News]:
    there = set(pages.moved.values())
    fresh = [claim for claim in in_order(pages.after.claims) if claim.document_id == new.id and claim.id not in there]
    lost = [c for c in in_order(pages.before.claims) if c.document_id == old.id and c.id not in pages.moved]
    told: set[tuple[object, ...]] = set()
    for claim in lost:
        if gist(claim) in told:
            continue
        told.add(gist(claim))
        instead = [other for other in fresh if topic(other) == topic(claim)]
        if len({gist(other) for other in instead}) == 1:
            text = f"{_said(claim, old)}: now {stated_words(instead[0])} ({_name(new)})"
            yield News(kind=NewsKind.REPLACED, text=text, claims=(instead[0].id,), document=new.id)
        else:
            text = f"{_said(claim, old)}: no longer on its page ({_name(new)})"
            yield News(kind=NewsKind.RETRACTION, text=text, document=new.id)


def _said(claim: Claim, document: Document | None) -> str:
    event = "" if claim.event == OTHER else f" {claim.event}"
    return f"{capital(stated_words(claim))}{event}, {speaker_words(claim, document)}"


def _series(before: Picture, after: Picture, pages: Pages) -> Iterator[News]:
    """Series that came, moved or went. A claim of event `other` is alone in its series, and told with its page.

    An estimate that moved although its series holds the same claims is no news: only what other series teach of its
    speakers, or say of its numbers, is another.
    """
    pairs = paired_series(before.series, after.series, pages.moved)
    claims = {claim.id: claim for claim in pages.after.claims}
    for series in after.series:
        old = pairs.get(series.id)
        if series.event == OTHER:
            continue
        if old is None:
            values = ", ".join(dict.fromkeys(stated_words(claims[name]) for name in series.claims if name in claims))
            yield News(
                kind=NewsKind.NEW_SERIES, text=f"{series.title}: {values}", series=series.id, claims=series.claims
            )
        elif not pages.same(old, series):
            yield from moved_bounds(old, series, before, after, claims)
    kept = {series.id for series in pairs.values()}
    for series in before.series:
        if series.id not in kept and series.event != OTHER:
            yield News(kind=NewsKind.SERIES_ENDED, text=f"{series.title}: nothing measures it now", series=series.id)


def paired_series(old: Sequence[Series], new: Sequence[Series], moved: Mapping[str, str]) -> dict[str, Series]:
    """The earlier series of each later one, by its id: the one that most of its claims were in, else of the same id.

    An id alone is no proof: where an earlier page joins, it may pass on to another incident.
    """
    home = {name: series.id for series in new for name in series.claims}
    ids = set(home.values())
    fits: list[tuple[bool, int, bool, int, str]] = []
    for index, series in enumerate(old):
        shared = Counter(home[moved[name]] for name in series.claims if moved.get(name) in home)
        for name in {series.id, *shared} & ids:
            same = name == series.id
            fits.append((not (same and shared[name]), -shared[name], not same, index, name))
    pairs: dict[str, Series] = {}
    taken: set[int] = set()
    for *_, index, name in sorted(fits):
        if name not in pairs and index not in taken:
            pairs[name] = old[index]
            taken.add(index)
    return pairs


def _findings(old: Sequence[Finding], new: Sequence[Finding], moved: Mapping[str, str]) -> Iterator[News]:
    """Findings opened, closed, or told otherwise. One on the same claims is the same."""
    by_id = {finding.id: finding for finding in old}
    gone = [finding for finding in old if finding.id not in {other.id for other in new}]
    for finding in new:
        if finding.id in by_id:
            if _differ(finding, by_id[finding.id]):
                yield _told(NewsKind.FINDING_CHANGED, finding)
            continue
        match = next((other for other in gone if _shares(other, finding, moved)), None)
        if match is None:
            yield _told(NewsKind.FINDING_OPENED, finding)
            continue
        gone.remove(match)
        if _differ(match, finding):
            yield _told(NewsKind.FINDING_CHANGED, finding)
    for finding in gone:
        yield _told(NewsKind.FINDING_CLOSED, finding)


def _differ(old: Finding, new: Finding) -> bool:
    return (old.text, old.severity) != (new.text, new.severity)


def _shares(old: Finding, new: Finding, moved: Mapping[str, str]) -> bool:
    if old.kind != new.kind:
        return False
    if not old.claims and not old.denials:
        return old.text == new.text
    return bool({moved.get(name) for name in old.claims} & set(new.claims) or set(old.denials) & set(new.denials))


def _told(kind: NewsKind, finding: Finding) -> News:
    text = f"{finding.kind} ({finding.severity.value}): {finding.text}"
    return News(kind=kind, text=text, finding=finding.id, claims=finding.claims, severity=finding.severity)


def _forecasts(old: Sequence[Forecast], after: Snapshot, moved: Mapping[str, str]) -> Iterator[News]:
    claims = {claim.id: claim for claim in after.evidence.claims}
    documents = {document.id: document for document in after.evidence.documents}
    by_id = {forecast.id: forecast for forecast in old}
    by_claim = {moved.get(name): forecast for forecast in old for name in forecast.claims}
    for forecast in after.picture.forecasts:
        lead = claims[forecast.claims[0]]
        found = (by_claim[name] for name in forecast.claims if name in by_claim)
        match = by_id.get(forecast.id) or next(found, None)
        said = f"{_said(lead, documents.get(lead.document_id))}, {lead.modality.value}: {forecast.why}"
        kind = _forecast_kind(match, forecast)
        if kind is not None and lead.event != OTHER:
            names = (*forecast.claims, *forecast.settled_by)
            yield News(kind=kind, text=said, forecast=forecast.id, series=forecast.series, claims=names)


def _forecast_kind(old: Forecast | None, new: Forecast) -> NewsKind | None:
    if old is not None and old.outcome is new.outcome:
        return None
    if new.outcome in SETTLED:
        return NewsKind.FORECAST_SETTLED
    return NewsKind.FORECAST_ADDED if old is None else NewsKind.FORECAST_MOVED

"""The media that somebody tells something, by their names or because the text calls them so."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.extract.discourse import Discourse
from tallybook.extract.voices import Speaker, read_interviewed, read_interviewers, speaker_of
from tallybook.model import Sentence, Span

Relay = tuple[str, Span]
"""Who passed something on, and where the text names it."""
_MEDIA = frozenset({"agency", "outlet"})


def remember_interview(sentence: Sentence, discourse: Discourse) -> None:
    """Who speaks to a medium in a sentence that tells nothing else goes on telling it."""
    subject = next(reversed(discourse.met.here()), None)
    media = media_of(read_interviewers(sentence, discourse.words), discourse)
    for asked, asking in read_interviewed(sentence, discourse.words):
        speaker = speaker_of(asked, sentence, discourse.words)
        known = discourse.known(speaker) if speaker is not None else None
        subject = discourse.met.here()[-1] if known is not None else None
        media = media_of([asking], discourse)
    if subject is not None and media:
        discourse.met.tells(subject.spans()[0], media, sentence.span.end)


def media_of(listeners: Iterable[Speaker], discourse: Discourse) -> tuple[Relay, ...]:
    """Those of the listeners that are media, known or called so."""
    told = ((outlet_told(listener, discourse), listener) for listener in listeners)
    return tuple(
        (name, speaker.span)
        for name, speaker in told
        if name is not None and _is_surely_medium(speaker, name, discourse)
    )


def _is_surely_medium(listener: Speaker, name: str, discourse: Discourse) -> bool:
    plain = {word.lower().strip(".,") for word in listener.words.split()}
    return is_medium(name, discourse) or listener.medium or bool(plain & discourse.words.lexicon.speech.outlets)


def is_medium(name: str, discourse: Discourse) -> bool:
    """Whether the registry knows a name as an agency's or an outlet's."""
    source = discourse.registry.find_source(name)
    return source is not None and source.kind in _MEDIA


def outlet_told(listener: Speaker, discourse: Discourse) -> str | None:
    """The outlet a speaker told, None where the listener is somebody else."""
    name = discourse.name(listener, remember=False)
    if name and discourse.registry.find_source(name) is not None:
        return name if is_medium(name, discourse) else None
    return name if _may_be_outlet(listener, discourse) else None


def _may_be_outlet(listener: Speaker, discourse: Discourse) -> bool:
    """Whether an unknown name can be an outlet's: it says so, or it is longer than a word and nobody's else."""
    speech = discourse.words.lexicon.speech
    plain = {word.lower().strip(".,") for word in listener.words.split()}
    if listener.medium or plain & speech.outlets:
        return True
    registry = discourse.registry
    parts = listener.words.split()
    if (len(parts) < 2 and not listener.words.isupper()) or plain & speech.roles:
        return False
    return not registry.person_named(listener.words) and not registry.country_of(listener.words)

"""Who speaks in a sentence, and over which of its words. One module for each manner of naming a speaker."""

from tallybook.extract.voices.listeners import read_interviewed, read_interviewers
from tallybook.extract.voices.read import read_voices
from tallybook.extract.voices.speakers import can_speak, is_report, speaker_of
from tallybook.extract.voices.voice import Manner, Speaker, Voice

__all__ = [
    "Manner",
    "Speaker",
    "Voice",
    "can_speak",
    "is_report",
    "read_interviewed",
    "read_interviewers",
    "read_voices",
    "speaker_of",
]

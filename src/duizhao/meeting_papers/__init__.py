"""The papers of a meeting: texts with named places, ours or a unit's own, filled with facts that name their source."""

from duizhao.meeting_papers.fill import FilledPaper, FilledPlace, fill
from duizhao.meeting_papers.paper import MeetingPaper, meeting_papers
from duizhao.meeting_papers.place import PLACES, PaperFact, named_places, unknown_places

__all__ = [
    "PLACES",
    "FilledPaper",
    "FilledPlace",
    "MeetingPaper",
    "PaperFact",
    "fill",
    "meeting_papers",
    "named_places",
    "unknown_places",
]

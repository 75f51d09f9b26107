"""The congresses, plenums, campaigns and main rules of the Party, each with its dates and source."""

from duizhao.chronology.load import Chronology, chronology
from duizhao.chronology.model import Edition, Event, EventKind, PartyRule

__all__ = ["Chronology", "Edition", "Event", "EventKind", "PartyRule", "chronology"]

"""Rounds of opinions: their codes, what is sealed while they are open, and the opinions that are read."""

from duizhao.web.opinions.models.opinion import (
    WORDS_CHARACTERS,
    OpinionOrigin,
    ReceivedOpinion,
    Satisfaction,
)
from duizhao.web.opinions.models.opinion_round import UNFINISHED, OpinionRound, RoundState
from duizhao.web.opinions.models.sealed import OpinionCode, SealedOpinion

__all__ = [
    "UNFINISHED",
    "WORDS_CHARACTERS",
    "OpinionCode",
    "OpinionOrigin",
    "OpinionRound",
    "ReceivedOpinion",
    "RoundState",
    "Satisfaction",
    "SealedOpinion",
]

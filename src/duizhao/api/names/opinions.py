"""Opinions on statements: sheets to fill in, what comes back, the problems that it matches; criticism."""

from duizhao.api.opinion_problems import stated_problems
from duizhao.api.opinions import opinion_sheets, render_opinion_sheets
from duizhao.api.returned_opinions import opinions_in, opinions_returned
from duizhao.report.opinion import OpinionSheet
from duizhao.report.versions.followed_opinion import ReturnedOpinion
from duizhao.statement.criticism import CriticismHint, criticism_hints
from duizhao.statement.links.opinion_matches import OpinionMatch, StatedProblem, matches_of_opinion

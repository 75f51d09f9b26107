"""Pieces of web pages: a text with its findings, its chain, its questions."""

from duizhao.page import shared_look
from duizhao.report.chain import chain_html
from duizhao.report.editor_findings import editor_findings
from duizhao.report.html.card import FindingCard
from duizhao.report.html.card_controls import NO_CONTROLS, CardControls
from duizhao.report.html.fragment import StatementFragment, statement_look, statement_script
from duizhao.report.html.marked_span import MarkedSpan
from duizhao.report.html.questions import questions_html
from duizhao.report.row_facts import RowFacts

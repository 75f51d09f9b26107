"""Checks of texts, files and folders: their findings, their certain fixes."""

from duizhao.api.batch import (
    FileWork,
    Work,
    check_paths,
    check_without_marks,
    for_each,
    for_each_file,
)
from duizhao.api.catalogue import EXAMPLE_LABELS, get_rule, rules
from duizhao.api.check import check_file, check_source, interpret, parse
from duizhao.api.checker import Checker, default_checker
from duizhao.api.outcome import Outcome, apply_baseline, fingerprints
from duizhao.api.text_fix import FixedPlace, TextFix, fix_source
from duizhao.lint import (
    MAX_PER_RULE,
    CheckedSource,
    Finding,
    FindingGroup,
    FindingOrder,
    Labelled,
    Matter,
    Rule,
    Severity,
    family_label,
    groups,
    unlisted_words,
)
from duizhao.operating_system import cores

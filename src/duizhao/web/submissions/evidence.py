"""What a later version shows of each reason for which a statement was returned. A person decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from duizhao import api
from duizhao.web.desk import checking, queries, reading
from duizhao.web.desk.models import DeskFile, Version
from duizhao.web.submissions.models import ReasonState, ReturnReason
from duizhao.web.submissions.reasons import ReasonEvidence

Compare = Callable[..., api.VersionComparison]
"""`api.compare_versions`: given by the view, which alone imports all that it needs."""


def with_evidence(
    file: DeskFile, shown: Version, reasons: Iterable[ReturnReason], compare: Compare
) -> list[ReasonEvidence]:
    """Each reason with what the version that is shown has of it."""
    listed = list(reasons)
    found: dict[str, ReasonEvidence] = {}
    for number in {each.decision.number for each in listed}:
        those = [each for each in listed if each.decision.number == number]
        earlier = file.versions.filter(number=number).first()
        if earlier is None or number >= shown.number:
            found |= {each.key: ReasonEvidence(each) for each in those}
            continue
        try:
            found |= {
                each.reason.key: each for each in _compared(file, earlier, shown, those, compare)
            }
        except api.DuizhaoError as fault:
            found |= {each.key: ReasonEvidence(each, f"比不了：{fault}") for each in those}
    return [found[each.key] for each in listed]


def _compared(
    file: DeskFile,
    earlier: Version,
    shown: Version,
    reasons: Sequence[ReturnReason],
    compare: Compare,
) -> Iterable[ReasonEvidence]:
    first, second = (reading.source_of(file, each) for each in (earlier, shown))
    placed = {each.key: _placed(each, first) for each in reasons}
    compared = compare(
        first,
        replace(second, name=f"{second.name} "),
        checking.checker(),
        opinions=[each for each in placed.values() if each],
    )
    compared = api.comparison_without_aside(compared, queries.keys_aside(file), reading.rules())
    followed = {each.opinion: each for each in compared.opinions}
    for reason in reasons:
        words, suggests = _by_rules(reason, compared)
        opinion = placed[reason.key]
        if not words and opinion is not None and opinion.span is not None:
            words = followed[opinion].in_words()
        if not words and first.text == second.text:
            words = "正文一字未改"
        yield ReasonEvidence(reason, words, suggests)


def _by_rules(reason: ReturnReason, compared: api.VersionComparison) -> tuple[str, str]:
    """What became of the findings of the rules that answer a criterion; nothing where the first version had none."""
    answering = {
        code for code, rule in reading.rules().items() if reason.criterion in rule.criteria
    }
    mended, left, new = (
        sum(finding.code in answering for finding in findings)
        for findings in (compared.mended, compared.left, compared.new)
    )
    if not mended and not left:
        return "", ""
    if not left and not new:
        return f"退回那一稿查出的 {mended} 处，这一稿都没有了", str(ReasonState.MET)
    more = f"，新出现 {new} 处" if new else ""
    return f"退回那一稿查出 {mended + left} 处，这一稿还有 {left} 处{more}", str(
        ReasonState.NOT_MET
    )


def _placed(reason: ReturnReason, first: api.Source) -> api.ReturnedOpinion | None:
    """The reason as an opinion on the version that was returned, with the place that its words name."""
    words = " ".join(reason.text.split())
    if not words:
        return None
    text = api.Source(words, name="意见", format="txt")
    return next(iter(api.opinions_in(text, first)), None)

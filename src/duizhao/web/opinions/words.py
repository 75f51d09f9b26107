"""Words of the pages of opinions."""

from __future__ import annotations

from duizhao.process import Objection
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.requirements import kind_of
from duizhao.web.opinions.models import OpinionOrigin, OpinionRound, ReceivedOpinion, RoundState
from duizhao.web.opinions.scopes import FEWEST_ANSWERS

OPINION_HEADS = (
    "序号", "对谁的意见", "意见原话", "来自", "来源", "对应材料里的问题", "答复", "办到哪里",
)  # fmt: skip
WAYS = (
    OpinionOrigin.CODE,
    OpinionOrigin.FORM,
    OpinionOrigin.BOX,
    OpinionOrigin.DISCUSSION,
    OpinionOrigin.VISIT,
)
SEVERAL = 2


def opinion_cells(number: int, opinion: ReceivedOpinion) -> tuple[int | str, ...]:
    """The cells of an opinion in a table, under `OPINION_HEADS`."""
    return (
        number,
        opinion.about_name or "领导班子",
        opinion.words,
        opinion.scope,
        opinion.get_origin_display(),
        opinion.problem,
        opinion.reply,
        state_of(opinion),
    )


def state_of(opinion: ReceivedOpinion) -> str:
    """How far an opinion is answered."""
    if opinion.is_open_again:
        return "不满意，要再答复"
    if opinion.published and opinion.satisfaction:
        return "已反馈，满意"
    if opinion.published:
        return "已反馈"
    if opinion.reply:
        return "拟了答复，没反馈"
    return "对应了问题，没反馈" if opinion.problem else "没处理"


def count_of(asked: OpinionRound, *, has_enough: bool) -> str:
    """How many have answered: nothing finer than “enough” while the round is open."""
    if asked.state == RoundState.CLOSED:
        return f"{asked.answered} 份"
    return f"至少 {FEWEST_ANSWERS} 份" if has_enough else f"不到 {FEWEST_ANSWERS} 份"


def reminders(dossier: Dossier, origins: set[str], left: int) -> list[str]:
    """What is asked for around opinions and not done, each with its basis: it reminds, and blocks nothing."""
    kind = kind_of(dossier)
    if kind is None:
        return []
    asked = {each.id: each for each in kind.requirements}
    used, found = len(origins & set(WAYS)), []
    if (several := asked.get("opinions")) and used < SEVERAL:
        reason = f"{several.text}。现在用了 {used} 种形式"
        found.append(Objection(several, reason).message)
    if (answers := asked.get("statement-answers")) and left:
        reason = f"{answers.text}。还有 {left} 条既没有对应到材料里的问题，也没有答复"
        found.append(Objection(answers, reason).message)
    return found

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain._gaps import (
    Answer,
    answers,
    are_all_linked,
    are_few,
    is_most,
    shown,
    unanswered_problems,
)
from duizhao.statement import Cause, ChapterKind, Measure, Problem, Statement
from duizhao.text.pattern import LazyPattern

SHORTEST_CAUSE = 8
"""Characters: 图清静 explains no four problems."""
SEVERAL_CLAUSES = 3
FEWEST_OTHERS = 3
STUDY = LazyPattern("学习|理论|学得|学思|读书|自学|武装")
BESIDE_STUDY = LazyPattern(
    "群众|感情|宗旨|担当|斗争|怕|得罪|面子|纪律|规矩|政绩|责任|服务|侥幸|好人|老好|私心|廉|党性|官僚|特权|制度|监督|求稳|利益|嫌|图|形式主义|作风"
)


@rule(
    "DZ503",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("C1", "C6"),
)
def problem_without_cause(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """问题没有原因"""
    if len(others := _not_of_study(statement)) < FEWEST_OTHERS:
        yield from _unanswered(statement, Cause, "原因", "它为什么会发生？")
        return
    yield Hit(
        others[0].claim,
        f"{len(statement.causes)}条原因说的都是学习，{len(statement.problems)}个问题里有{len(others)}个不是学习上的",
        asks="这些问题为什么会发生？",
        related=tuple((each.claim, "没有看出对应的原因") for each in others[1:]),
    )


def _not_of_study(statement: Statement) -> list[Problem]:
    """The problems that do not speak of study, where several causes speak of nothing else."""
    causes = statement.causes
    if len(causes) < 2 or len(statement.problems) <= len(causes):
        return []
    text = statement.text
    if not all(STUDY.search(text, *each.claim) for each in causes):
        return []
    # 学习上放松，对群众的感情淡了: more than study.
    if any(BESIDE_STUDY.search(text, *each.span) for each in causes):
        return []
    return [
        each
        for each in statement.problems
        if each.aspect is None and not STUDY.search(text, *each.claim)
    ]


@rule(
    "DZ504",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D1",),
)
def problem_without_measure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """问题没有措施"""
    return _unanswered(statement, Measure, "措施", "打算做什么？")


def _unanswered(statement: Statement, by: type[Answer], kind: str, asks: str) -> Iterator[Hit]:
    found = answers(statement, by)
    problems = unanswered_problems(statement, by) if found else []
    if not problems or (by is Cause and _is_of_all(statement, found)):
        return
    asked = [problem for problem in statement.problems if problem.aspect is None]
    if _is_so_many(problems, asked, by) and are_few(statement, by, asked):
        yield Hit(
            problems[0].claim,
            f"{len(asked)}个问题里有{len(problems)}个没有看出对应的{kind}",
            asks=f"哪一条{kind}对应哪几个问题？",
            advice="已经写了的，请用同样的说法点出来；一条可以对应几个问题",
            related=tuple((problem.claim, f"没有看出对应的{kind}") for problem in problems[1:]),
        )
    elif not is_most(problems, asked) and _is_sure(statement, by):
        for problem in problems:
            if statement.may_be_answered(problem, by):
                continue
            yield Hit(
                problem.claim,
                f"{'原因剖析' if by is Cause else '整改措施'}里没有与这个问题对应的内容",
                asks=asks,
                advice="已经写了的，请用同样的说法点出来",
            )


def _is_so_many(problems: Sequence[Problem], asked: Sequence[Problem], by: type[Answer]) -> bool:
    """Whether most problems have no answer; of causes, which serve several problems, more than two thirds."""
    return 3 * len(problems) > 2 * len(asked) if by is Cause else is_most(problems, asked)


def _is_sure(statement: Statement, by: type[Answer]) -> bool:
    """Whether no answer is left that could be the missing one. One cause may serve several problems."""
    if by is Cause and len(statement.causes) < len(statement.problems):
        return False
    return are_all_linked(statement, by) and _is_counted(statement, by)


def _is_counted(statement: Statement, by: type[Answer]) -> bool:
    """Whether titles say where the problems and their answers stand, so that all of them were surely found."""
    kinds = (ChapterKind.PROBLEMS, ChapterKind.CAUSES if by is Cause else ChapterKind.MEASURES)
    return all(any(each.is_announced for each in statement.chapters_of(kind)) for kind in kinds)


def _is_of_all(statement: Statement, causes: Sequence[Answer]) -> bool:
    """Whether the only cause may be meant for all problems: it has words of none, or tells several things."""
    if len(causes) != 1:
        return False
    told = shown(causes[0]).of(statement.text)
    if len(told) < SHORTEST_CAUSE:
        return False
    return not statement.is_linked_by_words(causes[0]) or told.count("，") + 1 >= SEVERAL_CLAUSES

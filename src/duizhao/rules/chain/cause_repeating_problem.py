from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Cause, Statement
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

# A longer cause says more than its problem does.
LONGEST_CAUSE = 40
LONGEST_CLAIM = 60
MIN_PAIRS = 4
# Of the problems with one pair of characters: keeps the time linear in a text of a million characters.
MAX_PROBLEMS = 40
LEADING = LazyPattern(
    "(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[（(]?[一二三四五六七八九十0-9]+[）)、.．])?"
    "(?:(?:究其|主要)?(?:原因|根源)(?:主要)?(?:是|在于)|主要是|归根到底是|是?由于|是?因为|是)?(?:我|本人|自己)?(?:平时|对)?"
)
FILLING = LazyPattern("[^\u4e00-\u9fff]|[的了得地还也都很太够较更就在上是不没未无比]")
FAULT = LazyPattern("不|没|未|少|缺|差|弱|松|淡|欠|低|慢|浅|偏|够|浮|虚|拖|只|走马观花|走过场|应付")
# Who names his motive gives a cause, though the problem may name it too.
MOTIVE = LazyPattern(
    "怕|觉得|认为|以为|总想|想着|图|侥幸|私心|碍于|当成|当作|看成|嫌|爱面子|不愿|不想|满足"
)


@value
class CauseRepeatingProblemOptions:
    """`share`: the share of a cause's pairs of characters that its problem has too, from 0 to 1."""

    share: float = 0.75


@rule(
    "DZ515",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    options=CauseRepeatingProblemOptions(),
    criteria=("C2",),
)
def cause_repeating_problem(
    statement: Statement, reading: Reading, options: CauseRepeatingProblemOptions
) -> Iterator[Hit]:
    """原因只是把问题又说了一遍"""
    bare = [each for each in statement.causes if _is_bare(each, reading)]
    if not bare or not statement.problems:
        return
    by_pair = _problems_by_pair(statement, reading)
    for cause in bare:
        pairs = _pairs(reading.of(cause.span))
        if len(pairs) < MIN_PAIRS:
            continue
        shared = Counter(at for pair in pairs for at in by_pair.get(pair, ()))
        at, count = shared.most_common(1)[0] if shared else (0, 0)
        if count >= options.share * len(pairs):
            problem = statement.problems[at]
            yield Hit(
                cause.claim,
                "这条原因只是把问题又说了一遍",
                asks="当时是怎么想的，才会这样？",
                related=((problem.claim, "问题里的说法"),),
            )


def _is_bare(cause: Cause, reading: Reading) -> bool:
    """True if a cause is short, names a fault and no motive."""
    if cause.span.end - cause.span.start > LONGEST_CAUSE:
        return False
    words = reading.of(cause.span)
    return FAULT.search(words) is not None and MOTIVE.search(words) is None


def _problems_by_pair(statement: Statement, reading: Reading) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, problem in enumerate(statement.problems):
        for pair in _pairs(reading.of(problem.claim)[:LONGEST_CLAIM]):
            listed = found.setdefault(pair, [])
            if len(listed) < MAX_PROBLEMS:
                listed.append(at)
    return found


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters, without what only leads in or fills up."""
    start = LEADING.match(text)
    bare = FILLING.sub("", text[start.end() if start else 0 :])
    return {first + second for first, second in pairwise(bare)}

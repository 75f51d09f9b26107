from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import problem_at
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

VERBS = "{加强,提高,提升,增强,强化,改进,完善,加大,深化,转变}"
PHRASES = Phrases(
    {
        f"{{进一步,不断,持续,有待,有待于,亟待}}{VERBS}": "",
        f"{{需,需要,要,应,应当,须,需再,要再}}{VERBS}": "",
    }
)
# Words by which the problem states a fault beside the wish.
FAULT = LazyPattern(
    "不(?!断)|没|未|少|缺|差|弱|松|淡|欠|低|慢|浅|偏|拖|只|仅|晚|漏|错|怕|忘|才|超|走过场|走马观花|应付|推[诿托给]|浮|凭|靠|"
    "老一套|一团和气|随意|马虎|被动|急躁|散漫|难|粗|虚|懒|躲|绕"
)


@rule(
    "DZ415",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    criteria=("B10",),
)
def wish_for_problem(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """以愿望代替问题"""
    problem = problem_at(reading, phrase)
    if problem is None or not problem.claim.covers(phrase) or problem.facts:
        return
    if not FAULT.search(reading.text, *problem.span):
        yield Hit(
            problem.claim,
            "这里写的是今后要怎样，没有写现在差在哪里",
            asks="现在做成了什么样，哪一次没有做好？",
        )

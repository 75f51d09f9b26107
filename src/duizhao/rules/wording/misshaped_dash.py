from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

# A single — joins two ends (北京—上海) and is right.


# 邓--理论: a name that was masked, and is to be filled in (DZ301).
MASKED_NAME = LazyPattern(
    "(?<=[习毛邓江胡])[-－–―—─]+(?:近?平|泽?东|泽?民|锦?涛|总书记|主席|同志|理论|思想)"
)
RUN = LazyPattern(
    r"(?<=[\u4e00-\u9fff”》）])(?:-{2,4}|－{2,4}|[–―]{1,3}|—{3,4}|─{1,4})(?=[\u4e00-\u9fff“《（])"
)


# One of these stands for either: 思想–总想过得去, 中国─上海合作组织.
SINGLE = ("–", "―", "─")


CODE = "DZ611"
LONG_DASH = "———"
# On paper these look like a dash.
PRINTED = (LONG_DASH, "――")
HABIT = 3
"""So many dashes out of shape in a text are the habit of its printer."""
WHOLE_PAPER = 500
"""In characters: a shorter text is a piece of a paper, of which nobody knows the kind."""


@rule(
    CODE,
    anchors=("--", "－－", "–", "―", "———", "─"),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 5.1",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def misshaped_dash(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """破折号写法不对"""
    found = RUN.match(reading.text, anchor.start)
    if found is None or MASKED_NAME.match(reading.text, anchor.start):
        return
    span = Span(*found.span())
    if found[0] in SINGLE:
        yield Hit(
            span,
            "这一横不是中文标点：破折号写作“——”，连接两端的一字线写作“—”",
            severity=Severity.HINT,
            asks="是破折号，还是连接两端？",
        )
    elif found[0] == LONG_DASH and _is_habit(reading):
        yield Hit(
            span,
            "破折号占了三个字，标准写法占两个字“——”",
            severity=Severity.HINT,
            asks="全文是不是统一这样写？",
        )
    else:
        yield Hit(
            span,
            "中文破折号占两个字，中间不断，写作“——”",
            (Edit(span, "——"),),
            severity=Severity.HINT if found[0] in PRINTED else None,
        )


def _is_habit(reading: Reading) -> bool:
    """True if dashes of three characters are the style of the text: of a newspaper, or all through a statement."""
    if len(reading.marks.get(CODE)) >= HABIT:
        return True
    return not reading.statement.recognised and len(reading.text) >= WHOLE_PAPER

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.field_labels import FIELD_LABEL
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

SHORTEST_SENTENCE = 12
# Who does it, and until when: asked for at every measure, and often the same.
RESPONSIBILITY = LazyPattern(
    f"[（(【]?{FIELD_LABEL}[:：]"
    r"|[^，。；]{0,16}(?:负责|牵头|落实)[^。；]{0,16}(?:前|底|内)?(?:完成|到位|办结)"
    r"|(?:整改|完成)(?:时限|期限|时间)|[^，。；]{0,12}(?:长期坚持|立行立改|持续推进|持续整改)"
)
LONGEST_RESPONSIBILITY = 60


@rule(
    "DZ614",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def repeated_sentence(document: Document, reading: Reading) -> Iterator[Hit]:
    """句子重复"""
    start, end = document.span
    text = reading.text[start:end]
    pieces = text.replace("\n", "。").split("。")
    bare = [piece.strip() for piece in pieces if len(piece) >= SHORTEST_SENTENCE]
    if len(set(bare)) == len(bare):
        return
    counts = Counter(bare)
    repeated = {words for words, count in counts.items() if count > 1 and _is_asked_about(words)}
    # The unit stands under the title and at the end.
    repeated.discard(reading.of(document.signature).strip())
    if not repeated:
        return
    headings = {heading.span.start for heading in document.headings}
    seen: dict[str, Span] = {}
    at = start
    for piece in pieces:
        if (
            len(piece) >= SHORTEST_SENTENCE
            and (words := piece.strip()) in repeated
            and (span := _trimmed(piece, at)).start not in headings
        ):
            first = seen.setdefault(words, span)
            if first is not span:
                yield Hit(
                    span,
                    "这一句与前面的一字不差",
                    asks="两处说的是同一件事吗？",
                    advice="是同一件就删去一处，不是就各写各的事",
                    related=((first, "第一次出现"),),
                )
        at += len(piece) + 1


def _is_asked_about(words: str) -> bool:
    """Whether words that stand twice are a sentence: not a comment, and not 责任人：王芳."""
    if len(words) < SHORTEST_SENTENCE or words.startswith("<!--"):
        return False
    return len(words) > LONGEST_RESPONSIBILITY or not RESPONSIBILITY.match(words)


def _trimmed(piece: str, at: int) -> Span:
    start = at + len(piece) - len(piece.lstrip())
    return Span(start, max(start, at + len(piece.rstrip())))

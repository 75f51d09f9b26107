"""Screening for programs, as JSON. The keys are stable; the schemas in `schema/` define them.

Every match, group and pair is one line, so that long outputs can be compared line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from duizhao.reuse.model import Entry, ExcludedSpan, Group, Match, Pair, Passage
from duizhao.reuse.recurrence import RecurringPoint
from duizhao.reuse.view.shown import Facing, ShownCheck, ShownJoin, ShownResult
from duizhao.reuse.view.words import count_covered, count_visible
from duizhao.text import Span
from duizhao.text.visible import encodable

CHECK, JOIN = "screen-check-1", "screen-join-1"
SCHEMAS = Path(__file__).with_name("schema")


def render(shown: ShownResult) -> str:
    """One JSON object."""
    parts = _check(shown) if isinstance(shown, ShownCheck) else _join(shown)
    return encodable("{" + ",\n".join(parts) + "}\n")


def _check(shown: ShownCheck) -> Iterator[str]:
    screened, text = shown.screened, shown.text
    yield from _head(CHECK, shown.version)
    label = asdict(shown.label)
    yield f'"document":{_json({"name": shown.name, "label": label, "characters": count_visible(text)})}'
    yield f'"counted":{shown.counted}'
    yield f'"notCompared":{screened.not_compared}'
    yield _list_of("subtracted", (_left_out(each, text) for each in screened.excluded))
    yield _list_of(
        "matches",
        (
            _match(each, facing, shown.recurring.get(each.entry.id, ()))
            for each, facing in zip(screened.matches, shown.facings(), strict=True)
        ),
    )


def _join(shown: ShownJoin) -> Iterator[str]:
    yield from _head(JOIN, shown.version)
    yield f'"documents":{shown.joined.documents}'
    yield _list_of("groups", (_group(each, shown) for each in shown.joined.groups))
    yield _list_of("pairs", (_pair(each, shown.facing(each)) for each in shown.joined.pairs))
    yield _list_of("unread", ({"name": each.name, "reason": each.reason} for each in shown.unread))


def _head(schema: str, version: str) -> Iterator[str]:
    yield f'"schema":{_json(schema)}'
    yield f'"version":{_json(version)}'


def _list_of(key: str, values: Iterable[Any]) -> str:
    return f"{_json(key)}:[\n" + ",\n".join(map(_json, values)) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _match(match: Match, facing: Facing, recurring: Iterable[RecurringPoint]) -> dict[str, Any]:
    left, right = facing.left.text, facing.right.text
    return {
        "entry": _entry(match.entry),
        "relation": match.relation.value,
        "characters": match.characters,
        "share": match.share,
        "passages": [_passage(each, left, right) for each in match.passages],
        "returned": [
            {
                "title": each.place,
                "left": _span(each.span, left),
                "right": _span(each.earlier, right),
            }
            for each in recurring
        ],
    }


def _group(group: Group, shown: ShownJoin) -> dict[str, Any]:
    text = shown.filed.text(group.hub.id)
    return {
        "hub": group.hub.id,
        "members": [_entry(each) for each in group.members],
        "sharedCharacters": count_covered(group.shared, text),
        "shared": [_span(each, text) for each in group.shared],
        "pairs": [_pair(each, shown.facing(each)) for each in group.pairs],
        "others": [_pair(each, shown.facing(each)) for each in group.others],
    }


def _pair(pair: Pair, facing: Facing) -> dict[str, Any]:
    left, right = facing.left.text, facing.right.text
    return {
        "left": _entry(pair.left),
        "right": _entry(pair.right),
        "relation": pair.relation.value,
        "characters": pair.characters,
        "leftShare": pair.left_share,
        "rightShare": pair.right_share,
        "passages": [_passage(each, left, right) for each in pair.passages],
    }


def _passage(passage: Passage, left: str, right: str) -> dict[str, Any]:
    return {
        "left": _span(passage.left, left),
        "right": _span(passage.right, right),
        "differences": [
            {"left": _span(each.left, left), "right": _span(each.right, right)}
            for each in passage.differences
        ],
    }


def _left_out(left_out: ExcludedSpan, text: str) -> dict[str, Any]:
    return {
        **_span(left_out.span, text),
        "reason": left_out.reason,
        "source": left_out.source,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "name": entry.name, "label": asdict(entry.label)}


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}

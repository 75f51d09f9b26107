"""The list next to a text: an entry for each card, the reminders that nobody has verified folded at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duizhao.lint import (
    CheckedSource,
    Finding,
    FindingGroup,
    FindingOrder,
    Rule,
    family_label,
    groups,
    layout_message,
)
from duizhao.page import escaped
from duizhao.report.html.card import FindingCard
from duizhao.report.html.card_controls import NO_CONTROLS, CardControls
from duizhao.report.html.places import others_html, places_html, quote_html
from duizhao.text import Edit, Source, place_in_words


def entries(
    id: str,
    checked: CheckedSource,
    cards: Sequence[FindingCard],
    rules: Mapping[str, Rule],
    controls: CardControls = NO_CONTROLS,
) -> Iterator[str]:
    """The entries, in the order of the cards, with their ranks in every order for the script."""
    ranks = {
        order: {group.findings: rank for rank, group in enumerate(groups(checked.findings, order))}
        for order in FindingOrder
    }
    folded = []
    for card in cards:
        ranked = _ranked({order: ranks[order][card.group.findings] for order in FindingOrder})
        entry = _entry(id, checked.source, card, rules, ranked, controls.below(card))
        if card.group.is_unverified:
            folded.append(entry)
        else:
            yield entry
    if folded:
        yield (
            f'<li class="fold" {_ranked(dict.fromkeys(FindingOrder, len(cards)))}><details>'
            f"<summary>未经核实的要求 <b>{len(folded)}</b> 条，以上级通知为准</summary>"
            f"<ol>{''.join(folded)}</ol></details></li>"
        )
    if controls.aside:
        put_aside = groups(controls.aside, checked.order)
        listed = "".join(_aside(id, checked.source, each, rules, controls) for each in put_aside)
        yield (
            f'<li class="fold aside" {_ranked(dict.fromkeys(FindingOrder, len(cards) + 1))}><details>'
            f"<summary>已放到一边 <b>{len(put_aside)}</b> 条</summary><ol>{listed}</ol></details></li>"
        )


def _ranked(ranks: Mapping[FindingOrder, int]) -> str:
    """The ranks as attributes."""
    return " ".join(f'data-{order.value}="{rank}"' for order, rank in ranks.items())


def _aside(
    id: str,
    source: Source,
    group: FindingGroup,
    rules: Mapping[str, Rule],
    controls: CardControls,
) -> str:
    """A finding that was put aside: it has no mark in the text, and no number."""
    first = group.first
    title = "版式" if group.is_layout else escaped(rules[first.code].title)
    said = layout_message(group, rules, source.name) if group.is_layout else first.full_message
    quote = "" if group.is_layout else quote_html(source, first.span)
    more = f"，共 {len(group.findings)} 处" if len(group.findings) > 1 else ""
    where = place_in_words(source, first.span.start)
    return (
        f'<li><p class="head"><b class="what">{title}</b> <a class="where" '
        f'href="#{id}-{source.position(first.span.start).line}">{where}{more}</a></p>'
        f'{quote}<p class="message">{escaped(said)}</p>{controls.below_aside(group)}</li>'
    )


def _entry(
    id: str,
    source: Source,
    card: FindingCard,
    rules: Mapping[str, Rule],
    ranked: str,
    below: str,
) -> str:
    """A card in the list: its head leads to the text, its code to the rule."""
    first = card.group.first
    rule = rules[first.code]
    title = "版式" if card.group.is_layout else escaped(rule.title)
    body = (
        _layout(source, card, rules)
        if card.group.is_layout
        else _content_html(id, source, card, rule)
    )
    return (
        f'<li id="{card.id}" class="{card.classes}" {ranked}>'
        f'<a class="go" href="#{card.marks[0].id}"><b class="no">{card.number}</b>'
        f'<b class="severity">{first.severity.label}</b><b class="what">{title}</b>'
        f'<span class="where">{place_in_words(source, first.span.start)}</span></a>{body}{below}</li>'
    )


def _content_html(id: str, source: Source, card: FindingCard, rule: Rule) -> str:
    """What is wrong, what to do, where else."""
    first = card.group.first
    edits = dict.fromkeys(
        fix_html(source, edit) for each in card.group.findings for edit in each.edits
    )
    others = others_html(id, source, card.group.findings)
    return (
        f'{quote_html(source, first.span)}<p class="message">{escaped(first.full_message)}</p>'
        f"{''.join(edits)}{others}{places_html(source, card.marks)}"
        f'<p class="source">{_basis(first, rule)}'
        f'<a href="#{rule.code}" title="{family_label(rule.family)}">{rule.code}</a></p>'
    )


def _basis(finding: Finding, rule: Rule) -> str:
    basis = rule.basis(finding)
    return f"依据：{escaped(basis)} " if basis else ""


def _layout(source: Source, card: FindingCard, rules: Mapping[str, Rule]) -> str:
    """The cure, and the parts folded."""
    parts = "".join(
        f'<li><a href="#{mark.id}">{place_in_words(source, mark.span.start)}</a> '
        f"<b>{escaped(rules[part.code].title)}</b>：{escaped(part.full_message)}</li>"
        for mark, part in zip(card.marks, card.group.findings, strict=True)
    )
    return (
        f'<p class="message">{escaped(layout_message(card.group, rules, source.name))}</p>'
        f'<details class="parts"><summary>逐项看</summary><ul>{parts}</ul></details>'
    )


def fix_html(source: Source, edit: Edit) -> str:
    """An edit: the words before and after."""
    before, behind = escaped(edit.span.of(source.text)), escaped(edit.replacement)
    removed = f"<del>{before}</del>" if before else ""
    return f'<p class="fix">可改 {removed}{f"<ins>{behind}</ins>" if behind else ""}</p>'

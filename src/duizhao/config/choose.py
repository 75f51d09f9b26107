"""Which rules run, and with which options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from duizhao.config.model import Config
from duizhao.config.options import with_options, with_shared
from duizhao.errors import BadConfiguration
from duizhao.lint import Rule
from duizhao.text.nearest import hint
from duizhao.text.pattern import LazyPattern

FAMILY = LazyPattern(r"DZ\d?")


def choose(rules: Sequence[Rule], config: Config) -> tuple[Rule, ...]:
    """The rules that `config` chooses, with its options. Raises BadConfiguration for a name that no rule has."""
    wanted = codes(rules, config.select, "select") or {rule.code for rule in rules}
    unwanted = codes(rules, config.ignore, "ignore")
    own = {rule_named(rules, name, f"rule.{name}").code: name for name in config.rule}
    chosen = []
    for rule in rules:
        if rule.code in wanted - unwanted:
            rule = with_shared(rule, config)
            if rule.code in own:
                name = own[rule.code]
                rule = with_options(rule, config.rule[name], f"[rule.{name}]")
            chosen.append(rule)
    return tuple(chosen)


def codes(rules: Sequence[Rule], selectors: Iterable[str], where: str) -> set[str]:
    """The codes that selectors mean: a code, a family (`DZ3`; `DZ` for all) or the name of a rule."""
    found: set[str] = set()
    for selector in selectors:
        if FAMILY.fullmatch(selector):
            matching = [rule.code for rule in rules if rule.code.startswith(selector)]
        else:
            matching = [rule_named(rules, selector, where).code]
        if not matching:
            raise BadConfiguration(f"{where}：没有 {selector} 这一类规则")
        found.update(matching)
    return found


def rule_named(rules: Sequence[Rule], name: str, where: str) -> Rule:
    """The rule with this code or name."""
    for rule in rules:
        if name in (rule.code, rule.name):
            return rule
    known = [word for rule in rules for word in (rule.code, rule.name)]
    raise BadConfiguration(
        f"{where}：没有规则“{name}”{hint(name, known) or '，'}运行 duizhao explain 看全部规则"
    )

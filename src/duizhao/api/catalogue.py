"""The rules and profiles that exist, by code or name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duizhao.rules
from duizhao.config import hint
from duizhao.errors import UnknownName
from duizhao.lint import Rule, collect
from duizhao.profiles import DraftPreview, NoticeForm, Profile, ProfileDraft, Profiles, shipped

EXAMPLE_LABELS = {"bad": "反例", "fixed": "改后", "good": "正例", "filed": "索引里的材料"}
"""Headings of the examples on a rule's page, by the word after their fence."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, ordered by code."""
    return collect(duizhao.rules)


def get_rule(name: str) -> Rule:
    """The rule with this code (`DZ201`) or name (`skipped-number`); its `page` explains it.

    Raises UnknownName, with the nearest name.
    """
    asked = name.strip()
    for rule in rules():
        if asked.upper() == rule.code or asked.lower().replace("_", "-") == rule.name:
            return rule
    known = [word for rule in rules() for word in (rule.code, rule.name)]
    near = hint(asked.upper(), known) or hint(asked.lower(), known)
    raise UnknownName(f"没有规则“{name}”{near or '，'}运行 duizhao explain 看全部规则")


def load_profiles(folder: Path | None = None) -> Profiles:
    """The profiles shipped with the program, and those in a folder. Raises BadConfiguration."""
    return shipped().with_folder(folder) if folder else shipped()


def profile_from_draft(id: str, draft: ProfileDraft) -> Profile:
    """The profile that the file of a draft gives, read as any other file. Raises BadConfiguration."""
    return shipped().with_text(id, draft.to_toml()).named(id)


def preview_notice(
    form: NoticeForm, folder: Path | None = None, replaced: str = ""
) -> DraftPreview:
    """What checks would make of this year's meeting as a form has it, next to the profiles in a folder.

    `replaced` is the id of the profile that the form changes. Raises BadConfiguration.
    """
    return DraftPreview.from_form(form, load_profiles(folder), replaced)

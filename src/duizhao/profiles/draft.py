"""A new profile, made of the names of the aspects as a clerk copies them from the notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from duizhao.errors import BadConfiguration
from duizhao.profiles.chapter_kind import ChapterKind
from duizhao.profiles.model import ASKED_OF_ALL
from duizhao.profiles.notice import (
    AROUND,
    LONGEST_ASPECT,
    MAX_ASPECTS,
    aspect_lines,
    aspect_name,
)
from duizhao.profiles.occasion import MEETINGS, years_of
from duizhao.status import Status
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

SHORTEST_ALIAS = 4
BRANCH_MEETING = MEETINGS[1]
# What a heading may leave out before the matter: 正确政绩观方面 for 树立和践行正确政绩观.
VERBS = LazyPattern(
    "(?:坚决|持续|深入|全面|主动|切实)?(?:树立和践行|树立|践行|深化|加强|强化|增强|坚定|提高|提升|履行|扛起|扛牢|落实|严守|严格|防范化解|"
    "密切|维护|做到|坚持|改进|锤炼|筑牢|夯实|担当起?)"
)
LEADS = ("带头", "在", "对照")
CAMPAIGN = LazyPattern("[“《（(]([^”》）)]{2,20})[”》）)]|(主题教育|党史学习教育)")
UNPRINTABLE = LazyPattern("[\x00-\x1f\x7f\ud800-\udfff]")
HEAD = """\
# 活动模板：这次会议的材料要写哪些方面。可以用记事本修改，存为 UTF-8。
# aliases 是别的叫法，材料的小标题写其中一个也算写了这个方面。各键的意思：docs/change/add-a-profile.md
"""


@value
class ProfileDraft:
    """The facts of a meeting in a notice: its name, its year and its aspects.

    `source` is the notice; without it the profile only reminds. Raises BadConfiguration for what no profile can hold.
    """

    title: str
    year: int
    aspects: tuple[str, ...]
    source: str = ""

    def __post_init__(self) -> None:
        if not self.title:
            raise BadConfiguration("会议的名称是空的，请写出来，如 2026年度民主生活会")
        if (named := years_of(self.title)) and self.year not in named:
            raise BadConfiguration(f"会议名称写{max(named)}年，年份却是{self.year}，请改成一致")
        if fault := _fault_of(self.aspects):
            raise BadConfiguration(fault)
        for words in (self.title, self.source, *self.aspects):
            if UNPRINTABLE.search(words):
                raise BadConfiguration(f"“{words}”里有不能显示的字符，请重新输入")

    @classmethod
    def from_lines(
        cls, title: str, lines: Iterable[str], year: int | None = None, source: str = ""
    ) -> ProfileDraft:
        """A draft with one aspect a line, numbers and marks around its name taken off. `year`: else the title's.

        Lines of the notice around them are passed over: see `aspect_lines`.
        """
        title = title.strip(AROUND)
        named = year or max(years_of(title), default=None)
        if named is None:
            raise BadConfiguration("会议名称里没有年份，请写明是哪一年的会，如 2026年度民主生活会")
        names = tuple(name for line in aspect_lines(lines) if (name := aspect_name(line)))
        return cls(title, named, names, source.strip(AROUND))

    @property
    def id(self) -> str:
        """Its title as the name of a file."""
        return re.sub(r"[\\/:*?\"<>|\s“”《》（）()]+", "", self.title).strip(".") or str(self.year)

    @property
    def status(self) -> Status:
        """What was copied from a notice that is named is verified."""
        return Status.VERIFIED if self.source else Status.LOCAL

    def to_toml(self) -> str:
        """The text of the profile's file."""
        kinds = ASKED_OF_ALL if self._is_of_branch else (ChapterKind.LAST_YEAR, *ASKED_OF_ALL)
        lines = [
            'extends = "generic"',
            f"title = {_quoted(self.title)}",
            f"source = {_quoted(self.source or '本单位录入，没有写明通知')}",
            f'status = "{self.status.value}"',
            f"signs = {_listed(self._signs())}",
            f"sections = {_listed(kind.key for kind in kinds)}",
        ]
        for number, (name, aliases) in enumerate(_with_aliases(self.aspects), 1):
            lines += ["", f"[aspects.a{number}]", f"name = {_quoted(name)}"]
            if aliases:
                lines.append(f"aliases = {_listed(aliases)}")
        return HEAD + "\n".join(lines) + "\n"

    @property
    def _is_of_branch(self) -> bool:
        return BRANCH_MEETING in self.title and MEETINGS[0] not in self.title

    def _signs(self) -> list[str]:
        campaigns = [found[1] or found[2] for found in CAMPAIGN.finditer(self.title)]
        meetings = [each for each in MEETINGS if each in self.title]
        return list(dict.fromkeys([f"{self.year}年", *campaigns, *meetings]))


def _fault_of(aspects: tuple[str, ...]) -> str:
    """Why these are not the aspects of a meeting, in words for the user; empty if they are."""
    if not aspects:
        return "没有找到对照方面，请照通知一行写一个，只写方面的名称"
    if len(aspects) > MAX_ASPECTS:
        return f"有{len(aspects)}个对照方面，太多了；请一行只写一个方面的名称"
    for number, name in enumerate(aspects, 1):
        if len(name) > LONGEST_ASPECT:
            return f"第{number}个方面“{name[:12]}…”有{len(name)}个字，太长；请只写方面的名称"
        if len(name) < 2:
            return f"第{number}个方面“{name}”太短，请照通知写全"
        if name in aspects[: number - 1]:
            return f"方面“{name}”写了两次，请删去一个"
    return ""


def _with_aliases(aspects: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Each name with its other names: without 带头, and each part of it, where no other aspect has it."""
    found = [(name, _aliases(name)) for name in aspects]
    uses = Counter(each for name, aliases in found for each in (name, *aliases))
    return [(name, [each for each in aliases if uses[each] == 1]) for name, aliases in found]


def _aliases(name: str) -> list[str]:
    plain = name
    for lead in LEADS:
        if len(plain) > len(lead) + SHORTEST_ALIAS:
            plain = plain.removeprefix(lead)
    parts = [part for part in re.split("[、，]", plain) if len(part) >= SHORTEST_ALIAS]
    matters = [part[found.end() :] for part in parts if (found := VERBS.match(part))]
    matters = [each for each in matters if len(each) >= SHORTEST_ALIAS]
    return [each for each in dict.fromkeys([plain, *parts, *matters]) if each != name]


def _quoted(words: str) -> str:
    # The escapes of JSON are those of TOML.
    # Imported here: most runs draft no profile.
    import json

    return json.dumps(words, ensure_ascii=False)


def _listed(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, words))}]"

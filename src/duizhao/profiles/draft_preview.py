"""A form for this year's meeting as somebody fills it in: the draft it gives, and what checks would make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duizhao.errors import BadConfiguration
from duizhao.profiles.draft import ProfileDraft
from duizhao.profiles.load import Profiles
from duizhao.profiles.model import Profile
from duizhao.profiles.notice import SEVERAL, aspect_lines, aspect_name, meeting_in
from duizhao.profiles.occasion import MEETINGS, meetings_of
from duizhao.status import Status
from duizhao.text.pattern import LazyPattern

YEAR_SIGN = LazyPattern("(20[0-9]{2})年")
LONGEST_TITLE = 60
"""It becomes the name of a file."""
YEAR = LazyPattern("20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class NoticeForm:
    """What a form about a meeting holds, as it was typed in. `kind` is one of `MEETINGS`; `notice` has the aspects."""

    title: str = ""
    year: str = ""
    kind: str = MEETINGS[0]
    notice: str = ""
    source: str = ""

    @classmethod
    def from_fields(cls, given: Mapping[str, str]) -> NoticeForm:
        """The fields of a form by name; a field that is missing is empty."""
        texts = {name: given.get(name, "").strip() for name in cls.__slots__}
        kind = texts["kind"] if texts["kind"] in MEETINGS else MEETINGS[0]
        return cls(**{**texts, "kind": kind})

    @classmethod
    def from_profile(cls, profile: Profile) -> NoticeForm:
        """A profile as a form, to be changed."""
        years = [int(each) for sign in profile.signs for each in YEAR_SIGN.findall(sign)]
        kinds = [each for each in MEETINGS if each in profile.meetings]
        return cls(
            title=profile.title,
            year=str(years[0] if years else max(profile.years, default="")),
            kind=kinds[0] if kinds else MEETINGS[0],
            notice="\n".join(aspect.name for aspect in profile.aspects),
            source=profile.source if profile.status is Status.VERIFIED else "",
        )

    @property
    def lines(self) -> list[str]:
        return self.notice.splitlines()

    def draft(self) -> ProfileDraft:
        """The draft. Raises BadConfiguration with what is missing or wrong, in words for the user."""
        if self.year and not YEAR.fullmatch(self.year):
            raise BadConfiguration(f"年份写成“{self.year}”，请写四位数，如 2026")
        year = int(self.year) if self.year else None
        title = self.title or meeting_in(self.notice)
        if not title and year is None:
            raise BadConfiguration("请写上会议的名称，或者年份")
        title = title or f"{year}年度{self.kind}"
        if not meetings_of(title):
            title += self.kind
        if len(title) > LONGEST_TITLE:
            raise BadConfiguration(
                f"会议名称有{len(title)}个字，太长；请写成 2026年度民主生活会 这样"
            )
        return ProfileDraft.from_lines(title, self.lines, year, self.source)


@dataclass(frozen=True, slots=True)
class DraftPreview:
    """What checks would make of a draft: its profile, the lines that it passes over, and remarks for people."""

    profile: Profile
    passed_over: tuple[str, ...]
    remarks: tuple[str, ...]

    @classmethod
    def from_form(cls, form: NoticeForm, known: Profiles, replaced: str = "") -> DraftPreview:
        """`replaced` is the id of the profile that the form changes. Raises BadConfiguration."""
        draft = form.draft()
        profile = known.with_text(draft.id, draft.to_toml()).named(draft.id)
        return cls(profile, tuple(_passed_over(form)), tuple(_remarks(profile, known, replaced)))


def is_as_drafted(profile: Profile, text: str) -> bool:
    """Whether the file of a profile is what its form would give: nobody has added to it by hand."""
    try:
        return NoticeForm.from_profile(profile).draft().to_toml() == text
    except BadConfiguration:
        return False


def _passed_over(form: NoticeForm) -> Iterator[str]:
    """The pieces of the notice that name no aspect."""
    taken = {aspect_name(each) for each in aspect_lines(form.lines)}
    pieces = (each.strip() for line in form.lines for each in SEVERAL.split(line))
    return (each for each in pieces if each and aspect_name(each) not in taken)


def _remarks(profile: Profile, known: Profiles, replaced: str) -> Iterator[str]:
    if len(profile.aspects) == 1:
        yield "只有一个方面，请看看是不是漏抄了"
    if profile.status is not Status.VERIFIED:
        yield "没有写依据哪份通知：材料缺了方面只作提醒；写上通知的名称、文号，就报应改"
    if profile.id in known.by_id and profile.id != replaced:
        yield f"已有同名的“{known.by_id[profile.id].title}”，保存后会代替它"
    for other in known.all():
        if other.id in (profile.id, replaced) or not other.aspects:
            continue
        if other.years & profile.years and other.meetings == profile.meetings:
            yield f"已有同一年、同一种会议的“{other.title}”：材料的小标题对上哪一份多，就按哪一份检查"

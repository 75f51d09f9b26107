"""What the plan says: which meeting, when, where, on what, in which order, and what is asked for around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils import timezone

from duizhao import api
from duizhao.process import MeetingRequirement, chinese_day
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.requirements import kind_of
from duizhao.web.papers.facts.made import number, numbered, words

PLAN, STUDY = "meetings:plan", "meetings:study"


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    kind = kind_of(dossier)
    plain = {
        "单位": dossier.unit.name,
        "会议名称": dossier.name,
        "会议种类": kind.name if kind else "",
        "年度": str(dossier.year),
        "会议主题": dossier.theme,
        "会议地点": dossier.place,
        "主持人": dossier.chair.name if dossier.chair else "",
        "上级通知": _notice(dossier),
        "落款日期": chinese_day(timezone.localdate()),
    }
    found = {name: words(dossier, value, "方案", PLAN) for name, value in plain.items()}
    if dossier.held_on:
        day = chinese_day(dossier.held_on)
        found["会议日期"] = words(dossier, day, "方案", PLAN)
        if dossier.held_at:
            found["会议时间"] = words(dossier, day + dossier.held_at, "方案", PLAN)
    if kind:
        agenda = numbered(kind.agenda)
        found["会议程序"] = words(dossier, agenda, "这种会议的程序", PLAN)
        dated = [each for each in kind.requirements if each.window]
        before = [each for each in dated if each.window and each.window.closes <= 0]
        after = [each for each in dated if each.window and each.window.closes > 0]
        found["会前要求"] = words(dossier, _required(before, dossier), "这种会议的要求", PLAN)
        found["会后要求"] = words(dossier, _required(after, dossier), "这种会议的要求", PLAN)
    return {**found, **_aspects(dossier), **_studies(dossier)}


def _notice(dossier: Dossier) -> str:
    title, number = dossier.notice.get("title", ""), dossier.notice.get("number", "")
    return f"《{title.strip('《》')}》{f'（{number}）' if number else ''}" if title else ""


def _required(requirements: Iterable[MeetingRequirement], dossier: Dossier) -> tuple[str, ...]:
    return numbered(_with_day(each, dossier) for each in requirements)


def _with_day(requirement: MeetingRequirement, dossier: Dossier) -> str:
    if dossier.held_on is None or requirement.window is None:
        return requirement.text
    return f"{requirement.text}（{chinese_day(requirement.window.on(dossier.held_on)[1])}前）"


def _aspects(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    profile = api.load_profiles(settings.DATA_FOLDER.profiles).by_id.get(dossier.profile)
    if profile is None or not profile.aspects:
        return {}
    names = numbered(each.name for each in profile.aspects)
    return {"对照检查的方面": words(dossier, names, f"今年的方面：{profile.title}", PLAN)}


def _studies(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    held = list(dossier.studies.all())
    lines = [f"{chinese_day(each.held_on)}，{each.theme.strip()}" for each in held]
    return {
        "学习次数": number(dossier, len(held), f"学习：登记了 {len(held)} 次", STUDY),
        "学习情况": words(dossier, numbered(lines), "学习", STUDY),
    }

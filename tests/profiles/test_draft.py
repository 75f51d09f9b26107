"""A profile made of what a clerk types from the notice."""

from __future__ import annotations

import pytest

from duizhao.errors import BadConfiguration
from duizhao.profiles import ChapterKind, Profile, ProfileDraft, Status, choose, meeting_in, shipped

LINES = [
    "（一）带头稳住粮价、管好储备；",
    "二是带头盘活仓容、降低损耗方面",
    "",
    "3．带头亲近农户。",
]
NAMES = ["带头稳住粮价、管好储备", "带头盘活仓容、降低损耗", "带头亲近农户"]


def read_back(draft: ProfileDraft) -> Profile:
    return shipped().with_text("自拟", draft.to_toml()).named("自拟")


def test_the_file_holds_what_the_notice_has() -> None:
    draft = ProfileDraft.from_lines("2027年度民主生活会", LINES, source="粮储局党组2027年12月通知")
    made = read_back(draft)
    assert [each.name for each in made.aspects] == NAMES
    assert made.aspects[0].aliases == ("稳住粮价、管好储备", "稳住粮价", "管好储备")
    assert made.status is Status.VERIFIED
    assert made.source == "粮储局党组2027年12月通知"
    assert made.years == {2027}
    assert made.sections[0] is ChapterKind.LAST_YEAR


def test_without_a_notice_the_profile_reminds() -> None:
    made = read_back(ProfileDraft.from_lines("2027年度组织生活会", LINES))
    assert made.status is Status.LOCAL
    assert made.sections[0] is ChapterKind.PROBLEMS


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1.学习教育方面", "学习教育"),
        ("（十二）廉洁用权", "廉洁用权"),
        ("②联系群众、", "联系群众"),
        ("第三，守住底线；", "守住底线"),
        ("一是一心为民", "一心为民"),
        ("一心为民", "一心为民"),
        ("十年磨一剑方面", "十年磨一剑"),
        ("  •\u3000三农工作 ", "三农工作"),
        ("方面", ""),
    ],
)
def test_the_name_of_an_aspect_in_a_line(line: str, name: str) -> None:
    assert ProfileDraft.from_lines("2027年会", [line, "另一个"]).aspects[0] == (name or "另一个")


@pytest.mark.parametrize(
    ("title", "lines", "year", "said"),
    [
        ("2027年度民主生活会", [], None, "没有找到对照方面"),
        ("2027年度民主生活会", ["守纪", "1.守纪；"], None, "“守纪”写了两次"),
        ("2027年度民主生活会", ["守" * 61], None, "有61个字，太长"),
        ("2027年度民主生活会", ["廉"], None, "太短"),
        ("2027年度民主生活会", [f"方面之{n}" for n in range(21)], None, "有21个对照方面"),
        ("2027年度民主生活会", ["守纪", "尽责"], 2025, "会议名称写2027年，年份却是2025"),
        ("班子民主生活会", ["守纪", "尽责"], None, "没有年份"),
        (" ", ["守纪", "尽责"], 2027, "名称是空的"),
        ("2027年度民主生活会", ["守\x07纪"], None, "不能显示的字符"),
    ],
)
def test_what_no_profile_can_hold_is_refused(
    title: str, lines: list[str], year: int | None, said: str
) -> None:
    with pytest.raises(BadConfiguration, match=said):
        ProfileDraft.from_lines(title, lines, year)


def test_quotes_and_backslashes_are_kept() -> None:
    draft = ProfileDraft.from_lines('2027年"守正"\\民主生活会', ['"两个"维护\\坚决', "尽责"])
    made = read_back(draft)
    assert made.title == draft.title
    assert made.aspects[0].name == '"两个"维护\\坚决'
    assert draft.id == "2027年守正民主生活会"


def test_a_part_that_two_aspects_share_is_no_other_name() -> None:
    lines = ["带头改进作风、担当作为", "带头严守纪律、担当作为"]
    made = read_back(ProfileDraft.from_lines("2027年度民主生活会", lines))
    assert "担当作为" not in [alias for each in made.aspects for alias in each.aliases]


def test_statements_of_the_meeting_are_read_by_it() -> None:
    draft = ProfileDraft.from_lines("2027年“粮安”专题民主生活会", LINES)
    known = shipped().with_text("粮安", draft.to_toml()).all()
    for title in ("“粮安”专题民主生活会发言提纲", "2027年度民主生活会对照检查材料"):
        assert choose(known, title=title, headings=(), opening="").profile.id == "粮安"


def test_of_two_that_fit_equally_the_users_own_is_chosen() -> None:
    names = [each.name for each in shipped().named("2025").aspects]
    draft = ProfileDraft.from_lines("2025年度民主生活会", names)
    known = shipped().with_text("粮储局", draft.to_toml()).all()
    found = choose(known, title="2025年度民主生活会材料", headings=names, opening="")
    assert found.profile.id == "粮储局"


NOTICE = """\
关于开好2027年度县以上党和国家机关党员领导干部民主生活会的通知
各乡镇党委：
一、对照以下三个方面查摆问题：
（一）带头稳住粮价、管好储备；
（二）带头深化作风建设、密切联系群众；
（三）带头树立和践行正确政绩观。
"""


def test_a_piece_of_the_notice_gives_its_aspects_and_its_meeting() -> None:
    title = meeting_in(NOTICE)
    assert title == "2027年度民主生活会"
    made = ProfileDraft.from_lines(title, NOTICE.splitlines())
    assert made.aspects == (
        "带头稳住粮价、管好储备",
        "带头深化作风建设、密切联系群众",
        "带头树立和践行正确政绩观",
    )


@pytest.mark.parametrize(
    "line",
    [
        "带头稳住粮价、管好储备；带头盘活仓容、降低损耗；带头亲近农户。",
        "一是带头稳住粮价、管好储备；二是带头盘活仓容、降低损耗方面；三是带头亲近农户",
    ],
)
def test_aspects_in_one_line_are_taken_apart(line: str) -> None:
    assert list(ProfileDraft.from_lines("2027年度民主生活会", [line]).aspects) == NAMES


def test_a_heading_may_leave_out_the_verb() -> None:
    made = read_back(ProfileDraft.from_lines(meeting_in(NOTICE), NOTICE.splitlines()))
    assert "作风建设" in made.aspects[1].aliases
    assert "正确政绩观" in made.aspects[2].aliases


def test_no_meeting_without_a_year() -> None:
    assert meeting_in("关于开好民主生活会的通知") == ""


OTHERWISE = """\
关于开好2027年度粮储系统民主生活会的通知
各直属库党委：
经研究，现将有关事项通知如下。
一、准确把握主题
聚焦保供稳价，认真学习有关文件。
二、会前准备
（一）组织学习。开好专题学习会。
"""
ENDING = """\
（三）谈心谈话。主要负责同志与班子成员之间必谈。
三、时间安排
2028年1月底前召开，会后15日内报送报告。
"""


@pytest.mark.parametrize(
    "piece",
    [
        "（二）撰写材料。对照带头稳住粮价、管好储备，带头盘活仓容、降低损耗，带头亲近农户等三个方面查摆，不超过3000字。",
        "（二）撰写材料。要围绕带头稳住粮价、管好储备、带头盘活仓容、降低损耗和带头亲近农户3个方面，逐条查摆。",
        "（二）撰写材料，围绕“带头稳住粮价、管好储备”“带头盘活仓容、降低损耗”“带头亲近农户”三个方面查摆。",
        "（二）撰写材料。班子和个人都要对照下列方面。\n1.带头稳住粮价、管好储备方面。重点查摆是否擅自动用储备。\n"
        "2.带头盘活仓容、降低损耗方面。重点查摆是否底数不清，账实不符，虫害发现得晚，又有没有把损耗摊到别的仓里去，让人看不出来。\n"
        "3.带头亲近农户方面：重点查摆是否压级压价。",
    ],
)
def test_aspects_are_found_in_a_whole_notice(piece: str) -> None:
    notice = f"{OTHERWISE}{piece}\n{ENDING}"
    made = ProfileDraft.from_lines(meeting_in(notice), notice.splitlines())
    assert list(made.aspects) == NAMES
    assert made.title == "2027年度粮储系统民主生活会"


def test_aspects_without_lead_are_counted_in_a_whole_notice() -> None:
    notice = f"{OTHERWISE}（二）查摆问题。围绕学习、工作、作风、廉洁等四个方面查摆。\n{ENDING}"
    made = ProfileDraft.from_lines("2027年度民主生活会", notice.splitlines())
    assert list(made.aspects) == ["学习", "工作", "作风", "廉洁"]


def test_a_whole_notice_that_names_no_aspects_is_refused() -> None:
    with pytest.raises(BadConfiguration, match="只写方面的名称"):
        ProfileDraft.from_lines("2027年度民主生活会", f"{OTHERWISE}{ENDING}".splitlines())

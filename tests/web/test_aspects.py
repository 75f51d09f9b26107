"""This year's aspects, typed in from the notice by somebody in an office."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from test_batch import put_in

from duizhao.web.desk import checking
from duizhao.web.desk.models import DeskFile, SettingsState
from duizhao.web.desk.settings_files import SettingsFiles

NOTICE = """\
对照检查重点围绕以下四个方面：
一是带头坚定理想信念、补足精神之钙方面；
二是带头严守换届纪律方面；
三是带头为民办实事方面；
四是带头守住廉洁底线方面。
"""
STATEMENT = """\
县水务局局长2031年度民主生活会个人对照检查材料
根据会议安排，本人对照检查如下。
一、查摆的问题
（一）坚定理想信念方面
理论学习不深。去年集中学习本人缺席三次。
（二）严守换届纪律方面
提醒不够。换届谈话本人只谈了四人。
（三）守住廉洁底线方面
家风抓得不紧。去年只同家人谈过一次。
二、原因剖析
学习自觉性不强，总以工作忙为由。
三、整改措施
每月读一本书，由本人负责，2032年6月底前完成。
"""


def fields(**others: str) -> dict[str, str]:
    stamp = SettingsFiles.from_folder(settings.DATA_FOLDER).stamp
    return {"year": "2031", "kind": "民主生活会", "notice": NOTICE, "stamp": stamp, **others}


def test_preview_shows_what_would_be_recognised(browse) -> None:
    shown = browse.post(reverse("desk:preview_aspects"), fields()).content.decode()
    assert "这 4 个方面" in shown
    assert "<strong>带头严守换届纪律</strong>" in shown
    assert "只作提醒" in shown
    assert "没有当作方面的 1 行" in shown


def test_preview_says_what_is_missing(browse) -> None:
    shown = browse.post(reverse("desk:preview_aspects"), fields(year="")).content.decode()
    assert "请写上会议的名称，或者年份" in shown
    shown = browse.post(reverse("desk:preview_aspects"), fields(year="三一")).content.decode()
    assert "请写四位数" in shown
    assert (
        "只有一个方面"
        in browse.post(
            reverse("desk:preview_aspects"), fields(notice="严守换届纪律")
        ).content.decode()
    )


def test_statement_is_checked_against_what_was_typed_in(browse) -> None:
    put_in(browse, "水务局.txt", STATEMENT.encode())
    before = DeskFile.objects.get()
    assert before.facts["campaign"] != "2031年度民主生活会"
    browse.post(reverse("desk:save_aspects"), fields(source="县委办2031年12月通知"))
    page = browse.get(reverse("desk:batch", kwargs={"batch": before.batch.key})).content.decode()
    assert "重新检查 1 份" in page
    row = browse.get(reverse("desk:row", kwargs={"file": before.key})).content.decode()
    assert "2031年度民主生活会" in row
    assert "3/4" in row
    assert 'title="没有：带头为民办实事"' in row
    assert DeskFile.objects.get().checked_with == checking.stamp()


def test_profile_is_listed_changed_removed_and_brought_back(browse) -> None:
    browse.post(reverse("desk:save_aspects"), fields())
    page = browse.get(reverse("desk:edit_aspects", kwargs={"profile": "2031年度民主生活会"}))
    assert "带头守住廉洁底线" in page.content.decode()
    changed = fields(id="2031年度民主生活会", title="2031年度换届专题民主生活会")
    answer = browse.post(reverse("desk:save_aspects"), changed, follow=True)
    assert list(SettingsFiles.from_folder(settings.DATA_FOLDER).profiles) == [
        "2031年度换届专题民主生活会"
    ]
    assert "已保存“2031年度换届专题民主生活会”的 4 个方面" in answer.content.decode()
    browse.post(reverse("desk:remove_aspects", kwargs={"profile": "2031年度换届专题民主生活会"}))
    assert not SettingsFiles.from_folder(settings.DATA_FOLDER).profiles
    last = SettingsState.objects.first()
    answer = browse.post(
        reverse("desk:undo_settings", kwargs={"state": last.key}), {"page": "aspects"}, follow=True
    )
    assert "撤销：已删掉" in answer.content.decode()
    assert len(SettingsFiles.from_folder(settings.DATA_FOLDER).profiles) == 1


def test_fault_of_a_form_is_shown_and_nothing_is_written(browse) -> None:
    answer = browse.post(reverse("desk:save_aspects"), fields(title="2029年度民主生活会"))
    assert answer.status_code == 422
    assert "请改成一致" in answer.content.decode()
    assert not SettingsFiles.from_folder(settings.DATA_FOLDER).profiles


def test_name_that_is_too_long_for_a_file_is_refused(browse) -> None:
    answer = browse.post(reverse("desk:save_aspects"), fields(title="2031年度民主生活会" * 30))
    assert answer.status_code == 422
    assert "太长" in answer.content.decode()


def test_older_page_does_not_overwrite(browse) -> None:
    before = fields(notice="严守换届纪律\n守住廉洁底线", title="2031年度民主生活会")
    browse.post(reverse("desk:save_aspects"), fields())
    answer = browse.post(reverse("desk:save_aspects"), before)
    assert answer.status_code == 409
    assert "设置又改过了" in answer.content.decode()


def test_profile_of_another_page_is_shown_as_text(browse) -> None:
    answer = browse.post(reverse("desk:save_aspects"), fields(title="<b>2031</b>年度民主生活会"))
    page = browse.get(reverse("desk:aspects")).content.decode()
    assert "<b>2031" not in page, answer.content.decode()


def test_broken_file_of_settings_is_named_and_checks_go_on(browse) -> None:
    (settings.DATA_FOLDER.profiles / "坏.toml").write_text("title = [", encoding="utf-8")
    assert "不是合格的 TOML" in browse.get(reverse("desk:aspects")).content.decode()
    put_in(browse, "水务局.txt", STATEMENT.encode())
    assert DeskFile.objects.get().facts["recognised"]

"""What a unit sets for itself, in the page."""

from __future__ import annotations

import io
import tomllib
import zipfile

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from people import People, logged_in
from test_aspects import fields
from test_batch import TEXT, put_in

from duizhao import api
from duizhao.config.unit_settings import CONFIGURATION, LAYOUT, WORDING
from duizhao.web.desk import checking, settings_files
from duizhao.web.desk.models import DeskFile, SettingsState
from duizhao.web.desk.settings_files import SettingsFiles


@pytest.fixture
def browse(people: People) -> Client:
    """The clerk of the highest unit, whose settings hold for all."""
    return logged_in(people.above)


def files() -> SettingsFiles:
    return SettingsFiles.from_folder(settings.DATA_FOLDER)


def save(browse, *, off: tuple[str, ...] = (), **given: str):
    on = [rule.code for rule in api.rules() if rule.code not in off]
    posted = {"stamp": files().stamp, "rule": on, **given}
    return browse.post(reverse("desk:save_settings"), posted, follow=True)


def test_names_and_wording_are_kept_as_a_configuration(browse) -> None:
    page = save(
        browse,
        units="江州市水务局\r\n市水务局",
        terms="碧源渠",
        phrases="治水必躬亲",
        author="督导组",
        near="10",
        approaching="20",
    ).content.decode()
    assert "已保存设置" in page
    assert ">江州市水务局\n市水务局\n</textarea>" in page
    config = checking.checker().config
    assert config.units == ("江州市水务局", "市水务局")
    assert config.terms == ("碧源渠",)
    assert config.author == "督导组"
    assert config.ledger.near_days == (10, 20)
    assert [path.read_text(encoding="utf-8") for path in config.screen.phrases] == ["治水必躬亲\n"]


def test_rule_that_is_off_finds_nothing(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    before = DeskFile.objects.get()
    assert before.facts["counts"]["error"]
    save(browse, off=("DZ301",))
    row = browse.get(reverse("desk:row", kwargs={"file": before.key})).content.decode()
    assert "空白未填" not in row
    page = browse.get(reverse("desk:settings")).content.decode()
    assert "现在不查 1 条：DZ301" in page


def test_layout_is_that_of_the_unit(browse) -> None:
    save(
        browse,
        **{"margins.top": "33", "roles.heading-2.bold": "是", "roles.title.face": "华文中宋"},
    )
    layout = api.load_layout(checking.checker().config.layout)
    assert layout.margins.top == 33
    assert layout.roles[next(r for r in layout.roles if r.value == "heading-2")].bold
    page = browse.get(reverse("desk:settings")).content.decode()
    assert 'value="33"' in page
    assert 'value="华文中宋"' in page
    save(browse, **{"margins.top": ""})
    assert LAYOUT not in files().texts
    assert checking.checker().config.layout is None


def test_wrong_value_is_named_as_the_form_names_it(browse) -> None:
    answer = save(browse, **{"margins.top": "三厘米"})
    assert answer.status_code == 422
    assert "“上边距（天头）”应为数" in answer.content.decode()
    assert 'value="三厘米"' in answer.content.decode()
    answer = save(browse, near="很快")
    assert answer.status_code == 422
    assert "“几天算临近”" in answer.content.decode()
    assert not files().texts


def test_what_the_form_does_not_show_stays(browse) -> None:
    own = '[rule.endless-sentence]\nmost = 90\n\n[per-file]\n"初稿/*" = ["DZ1"]\n'
    files().with_texts({CONFIGURATION: own}).write(settings.DATA_FOLDER)
    save(browse, author="督导组")
    table = tomllib.loads(files().texts[CONFIGURATION])
    assert table == {
        "author": "督导组",
        "rule": {"endless-sentence": {"most": 90}},
        "per-file": {"初稿/*": ["DZ1"]},
    }


def test_back_to_the_shipped_state_and_undone(browse) -> None:
    browse.post(reverse("desk:save_aspects"), fields())
    save(browse, author="督导组", phrases="治水必躬亲")
    page = browse.post(reverse("desk:reset_settings"), follow=True).content.decode()
    assert "已恢复成出厂设置" in page
    assert list(files().texts) == ["profiles/2031年度民主生活会.toml"]
    state = SettingsState.objects.first()
    browse.post(reverse("desk:undo_settings", kwargs={"state": state.key}), {"page": "settings"})
    assert checking.checker().config.author == "督导组"
    assert WORDING in files().texts


def test_download_is_a_configuration_for_the_command_line(browse, tmp_path) -> None:
    browse.post(reverse("desk:save_aspects"), fields())
    save(browse, author="督导组", **{"margins.top": "33"})
    answer = browse.get(reverse("desk:download_settings"))
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path)
    checker = api.Checker(api.load_config(tmp_path / "duizhao.toml"))
    assert checker.config.author == "督导组"
    assert api.load_layout(checker.config.layout).margins.top == 33
    assert api.load_profiles(checker.config.profiles).named("2031年度民主生活会")


def test_broken_configuration_is_named_and_can_be_replaced(browse) -> None:
    (settings.DATA_FOLDER.root / CONFIGURATION).write_text("units = [", encoding="utf-8")
    page = browse.get(reverse("desk:settings"))
    assert "不是合格的 TOML" in page.content.decode()
    save(browse, author="督导组")
    assert checking.checker().config.author == "督导组"


def test_names_of_the_files_are_the_same_below(browse) -> None:
    own = (settings_files.CONFIGURATION, settings_files.LAYOUT, settings_files.WORDING)
    assert own == (CONFIGURATION, LAYOUT, WORDING)


def test_clerk_below_another_sees_settings_and_changes_none(people: People) -> None:
    lower = logged_in(people.zhang)
    before = files().stamp
    page = lower.get(reverse("desk:settings")).content.decode()
    assert "由上级单位的经办人改" in page
    assert ">保存</button>" not in page
    refused = lower.post(reverse("desk:save_settings"), {"stamp": before, "terms": "碧源渠"})
    assert refused.status_code == 409
    assert "由上级单位的经办人改" in refused.content.decode()
    assert files().stamp == before
    people.above.grants.all().delete()
    assert ">保存</button>" in lower.get(reverse("desk:settings")).content.decode()

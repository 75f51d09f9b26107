"""A wrong click at a row is taken back by whoever made it, and both stay in its life and in the audit."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from people import People, logged_in
from test_row_page import act, moved, now, row, see  # noqa: F401

from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification import actions
from duizhao.web.rectification.models import RowMove

UNDO, LATE = "点错了，撤销", "只能撤销自己一天之内办的"


@pytest.fixture
def submitted(browse, row: LedgerRow) -> LedgerRow:  # noqa: F811
    """A row that 张三 has just reported as done."""
    moved(browse, row, "advance", "submit")
    assert now(row).cells["status"] == "待验收"
    return row


def test_wrong_click_is_taken_back_without_a_reason(browse, submitted: LedgerRow) -> None:
    before = now(submitted)
    assert UNDO in see(browse, submitted)
    assert act(browse, submitted, "undo_move").status_code == 302
    after = now(submitted)
    assert (after.cells["status"], after.version) == ("整改中", before.version + 1)
    assert not after.cells.get("done")


def test_both_stay_in_the_life_of_the_row_and_in_the_audit(browse, submitted: LedgerRow) -> None:
    act(browse, submitted, "undo_move")
    page = see(browse, submitted)
    assert "提请验收：整改中 → 待验收" in page
    assert "撤销点错的“提请验收”" in page
    assert UNDO not in page
    acts = [entry.act for entry in AuditEntry.objects.order_by("number")]
    assert acts[-1] == "rectification.undo_move"
    assert "rectification.submit" in acts


def test_somebody_else_does_not_take_it_back(people: People, submitted: LedgerRow) -> None:
    other = logged_in(people.li)
    assert UNDO not in see(other, submitted)
    answer = act(other, submitted, "undo_move")
    assert answer.status_code == 409
    assert LATE in answer.content.decode()
    assert now(submitted).cells["status"] == "待验收"


def test_after_another_change_it_is_not_taken_back(browse, submitted: LedgerRow) -> None:
    actions.report_progress(
        row=now(submitted),
        by=submitted.batch.owner,
        text="又办了一件",
        happened_on=timezone.localdate(),
    )
    assert UNDO not in see(browse, submitted)
    assert act(browse, submitted, "undo_move").status_code == 409


def test_page_from_before_is_told_what_has_changed(browse, submitted: LedgerRow) -> None:
    version = now(submitted).version
    act(browse, submitted, "undo_move")
    assert act(browse, submitted, "undo_move", version=version).status_code == 409
    assert now(submitted).cells["status"] == "整改中"


def test_next_day_it_needs_a_reason(browse, submitted: LedgerRow) -> None:
    RowMove.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert UNDO not in see(browse, submitted)
    assert act(browse, submitted, "undo_move").status_code == 409

"""The audit: entries are only ever added; what was changed in spite of that is found."""

from __future__ import annotations

import hashlib
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from people import People

from duizhao import web as site
from duizhao.errors import DuizhaoError
from duizhao.web.audit.actions import record
from duizhao.web.audit.models import AuditEntry
from duizhao.web.audit.verify import AuditHead, current_head, verify
from duizhao.web.audit.words import ACTS, KINDS, state_in_words
from duizhao.web.desk import actions

COUNT = 12
MIGRATION = import_module("duizhao.web.audit.migrations.0002_only_added")


@pytest.fixture
def entries(people: People) -> list[AuditEntry]:
    if connection.vendor == "postgresql":
        # Taken away for tests that commit.
        sql(next(each for each in MIGRATION.POSTGRESQL if "BEFORE TRUNCATE" in each))
    return [
        record(actor=people.zhang, act="desk.clear", kind="batch", key=number)
        for number in range(COUNT)
    ]


def sql(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def drop(trigger: str) -> None:
    """As who owns the database can. PostgreSQL has one trigger for change and removal."""
    if connection.vendor == "postgresql":
        sql("DROP TRIGGER audit_entry_is_kept ON audit_auditentry")
    else:
        sql(f"DROP TRIGGER {trigger}")


def test_chain_is_whole_and_leads_to_its_head(entries: list[AuditEntry]) -> None:
    state = verify(AuditHead(5, entries[4].hash))
    assert not state.faults
    assert state.head == current_head() == AuditHead(COUNT, entries[-1].hash)
    assert AuditHead.from_text(str(state.head)) == state.head


def test_empty_audit_is_whole(db) -> None:
    assert verify().faults == ()
    assert current_head() is None
    assert "共 0 条" in state_in_words(0, "", ())


OTHER = hashlib.sha256(b"").hexdigest()
ROW = f"(13, '2026-01-01', 'x', 'y', 'z', '1', '', '{OTHER}', '{OTHER}')"
COLUMNS = "(number, at, actor, act, kind, key, note, previous, hash)"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditentry SET actor = '别人' WHERE number = 3",
        "UPDATE audit_auditentry SET number = 99 WHERE number = 12",
        "DELETE FROM audit_auditentry WHERE number = 12",
        "DELETE FROM audit_auditentry",
        "TRUNCATE audit_auditentry",
        f"INSERT INTO audit_auditentry {COLUMNS} VALUES {ROW}",
        f"INSERT INTO audit_auditentry {COLUMNS} VALUES {ROW.replace('13', '14', 1)}",
        f"INSERT OR REPLACE INTO audit_auditentry {COLUMNS} VALUES {ROW.replace('13', '3', 1)}",
        f"REPLACE INTO audit_auditentry {COLUMNS} VALUES {ROW.replace('13', '12', 1)}",
    ],
)
def test_every_way_of_changing_is_refused(entries: list[AuditEntry], statement: str) -> None:
    with pytest.raises(DatabaseError):
        sql(statement)
    assert verify().faults == ()
    assert AuditEntry.objects.count() == COUNT


def test_change_after_a_trigger_was_dropped_is_named_by_its_number(
    entries: list[AuditEntry],
) -> None:
    drop("audit_entry_is_not_changed")
    sql("UPDATE audit_auditentry SET actor = '别人' WHERE number = 7")
    (fault,) = verify().faults
    assert "第 7 条" in fault


def test_change_with_a_hash_computed_anew_is_found_at_the_next_entry(
    entries: list[AuditEntry],
) -> None:
    drop("audit_entry_is_not_changed")
    changed = entries[6]
    changed.actor = "别人"
    changed.hash = changed.expected_hash()
    changed.save()
    (fault,) = verify().faults
    assert "第 8 条接不上前一条" in fault


def test_removed_entries_are_named(entries: list[AuditEntry]) -> None:
    drop("audit_entry_is_not_removed")
    sql("DELETE FROM audit_auditentry WHERE number IN (1, 5, 6)")
    assert verify().faults == ("缺第 1 条", "缺第 5 至 6 条")


def test_end_that_was_cut_off_is_found_with_a_kept_head(entries: list[AuditEntry]) -> None:
    kept = current_head()
    drop("audit_entry_is_not_removed")
    sql("DELETE FROM audit_auditentry WHERE number > 9")
    assert verify().faults == ()
    (fault,) = verify(kept).faults
    assert "末尾缺第 10 至 12 条" in fault


def test_chain_that_was_computed_anew_is_found_with_a_kept_head(entries: list[AuditEntry]) -> None:
    kept = AuditHead(5, entries[4].hash)
    drop("audit_entry_is_not_changed")
    before = ""
    for entry in AuditEntry.objects.order_by("number"):
        entry.actor, entry.previous = "别人", before
        entry.hash = before = entry.expected_hash()
        entry.save()
    assert verify().faults == ()
    (fault,) = verify(kept).faults
    assert "第 5 条和留存的校验码不同" in fault


def test_note_is_from_the_closed_list(people: People) -> None:
    with pytest.raises(ValueError, match="closed list"):
        record(actor=people.zhang, act="desk.clear", kind="batch", key=1, note="随便写的话")


@pytest.mark.parametrize("text", ["", "12", "12:", "a:b", f"x:{OTHER}", f"12:{OTHER[:-1]}"])
def test_head_that_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(DuizhaoError, match="校验码要和上次写出的一样"):
        AuditHead.from_text(text)


def test_clearing_a_batch_is_recorded(people: People) -> None:
    batch = actions.begin_batch(owner=people.zhang, name="一批")
    key = batch.key
    actions.clear(batch=batch, by=people.zhang)
    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.act, entry.kind, entry.key) == ("张三", "desk.clear", "batch", key)
    assert "一批" not in str(vars(entry))


def test_everything_that_is_recorded_has_its_words() -> None:
    calls = [
        call
        for path in Path(site.__file__).parent.rglob("*.py")
        for call in re.findall(r"record\(([^)]*)", path.read_text(encoding="utf-8"))
    ]
    said = [dict(re.findall(r'(act|kind)="([^"]+)"', call)) for call in calls]
    assert len([each for each in said if each]) > 10
    assert {each["act"] for each in said if "act" in each} <= set(ACTS)
    assert {each["kind"] for each in said if "kind" in each} <= set(KINDS)

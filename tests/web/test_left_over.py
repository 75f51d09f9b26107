"""What an end of the program leaves between a file and its row, a commit and a key: swept, and nothing else with it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from dossiers import dossier_of

from duizhao.web import stored_files
from duizhao.web.desk import actions as desk
from duizhao.web.desk.models import Batch, DeskFile
from duizhao.web.opinions import jobs as rounds
from duizhao.web.opinions.actions.closing import close_round
from duizhao.web.opinions.actions.rounds import begin_round
from duizhao.web.opinions.models import OpinionRound, RoundState
from duizhao.web.opinions.round_keys import destroy_round_key, make_round_key, read_round_key
from duizhao.web.stored_files import place_of, store, stored_keys, sweep

DAY = 24 * 60 * 60


def aged(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_file_without_a_row_is_swept_when_it_is_old(people) -> None:
    batch = Batch.objects.create(name="一批", owner=people.zhang)
    kept = desk.put_in(batch=batch, name="甲.txt", data=b"text").versions.get().content
    removed = desk.put_in(batch=batch, name="乙.txt", data=b"text").versions.get().content
    desk.remove_files(files=DeskFile.objects.filter(name="乙.txt"))
    left, young = store(b"left"), store(b"young")
    unfinished = place_of(store(b"cut")).with_suffix(".new")
    place_of(unfinished.stem).rename(unfinished)
    for path in (place_of(kept), place_of(removed), place_of(left), unfinished):
        aged(path, 8 * DAY)
    swept = sweep(stored_keys(), older_than=7 * DAY)
    assert {path.name for path in swept} >= {left, unfinished.name}
    assert place_of(kept).exists()
    assert place_of(removed).exists()
    assert place_of(young).exists()
    stored_files.remove(young)


def test_each_column_that_names_stored_files_is_known() -> None:
    named = {
        model._meta.label
        for model in apps.get_models()
        for each in model._meta.concrete_fields
        if each.name == "content" and each.get_internal_type() == "CharField"
    }
    assert {
        "desk.Version",
        "rectification.RowFile",
        "meetings.DossierFile",
        "papers.PaperTemplate",
    } <= named
    # A field of these is a key under which something is stored: of the same width, whatever app it is of.
    for model in apps.get_models():
        if model._meta.label in named:
            assert model._meta.get_field("content").max_length == 2 * stored_files.KEY_BYTES


@pytest.fixture
def rounds_of(people):
    dossier = dossier_of(people.zhang)

    def begin(name: str) -> OpinionRound:
        return begin_round(
            dossier=dossier, by=people.zhang, name=name, questions=["问"], scopes=["职工"]
        )

    return begin


def test_key_of_a_round_that_is_gone_is_destroyed_and_no_other(rounds_of) -> None:
    is_open, closed, dropped = rounds_of("开着"), rounds_of("汇总过"), rounds_of("作废")
    OpinionRound.objects.filter(pk=closed.pk).update(state=RoundState.CLOSED)
    dropped_key = dropped.pk
    dropped.delete()
    begun_now = "f" * 16
    make_round_key(begun_now)
    for key in (is_open.pk, closed.pk, dropped_key):
        aged(settings.DATA_FOLDER.round_keys / f"round-{key}", 2 * DAY)
    rounds.settle()
    assert read_round_key(is_open.pk)
    assert read_round_key(begun_now)
    assert read_round_key(closed.pk) is None
    assert read_round_key(dropped_key) is None
    destroy_round_key(begun_now)


def test_round_whose_key_cannot_be_read_now_is_not_lost(rounds_of, monkeypatch) -> None:
    asked = rounds_of("一轮")
    OpinionRound.objects.filter(pk=asked.pk).update(state=RoundState.CLOSING)

    def fails(*_: object, **__: object) -> str:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", fails)
        with pytest.raises(PermissionError):
            close_round(key=asked.pk)
    asked.refresh_from_db()
    assert asked.state == RoundState.CLOSING
    assert read_round_key(asked.pk)

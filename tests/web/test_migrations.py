"""The migrations make just what the models say."""

from __future__ import annotations

from django.core.management import call_command


def test_no_migration_is_missing(db) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_style_sheet_is_small(client, db) -> None:
    assert len(client.get("/site/look/0.css").content) < 60_000

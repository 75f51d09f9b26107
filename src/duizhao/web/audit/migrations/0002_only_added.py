"""Entries of the audit are only ever added, each after the last: the database refuses everything else."""

from __future__ import annotations

from django.db import migrations

SQLITE = (
    """
    CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_auditentry
    BEGIN SELECT RAISE(ABORT, 'entries of the audit are not changed'); END
    """,
    """
    CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_auditentry
    BEGIN SELECT RAISE(ABORT, 'entries of the audit are not removed'); END
    """,
    # INSERT OR REPLACE fires no trigger for what it removes: this one stops it too.
    """
    CREATE TRIGGER audit_entry_follows_the_last BEFORE INSERT ON audit_auditentry
    WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM audit_auditentry)
      OR NEW.previous IS NOT COALESCE(
           (SELECT hash FROM audit_auditentry ORDER BY number DESC LIMIT 1), '')
    BEGIN SELECT RAISE(ABORT, 'an entry of the audit follows the last one'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION audit_entry_refused() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'entries of the audit are neither changed nor removed'; END $$
    """,
    """
    CREATE FUNCTION audit_entry_checked() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.number IS DISTINCT FROM (SELECT COALESCE(MAX(number), 0) + 1 FROM audit_auditentry)
        OR NEW.previous IS DISTINCT FROM COALESCE(
             (SELECT hash FROM audit_auditentry ORDER BY number DESC LIMIT 1), '')
      THEN RAISE EXCEPTION 'an entry of the audit follows the last one'; END IF;
      RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON audit_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_refused()
    """,
    """
    CREATE TRIGGER audit_entries_are_kept BEFORE TRUNCATE ON audit_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refused()
    """,
    """
    CREATE TRIGGER audit_entry_follows_the_last BEFORE INSERT ON audit_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_checked()
    """,
)
TRIGGERS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def make_triggers(apps, schema_editor) -> None:
    for statement in TRIGGERS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(make_triggers, elidable=False)]

"""The actor of an entry may be two accounts: who acted, and for whom."""

from __future__ import annotations

from django.db import migrations, models

LENGTHEN = "ALTER TABLE audit_auditentry ALTER COLUMN actor TYPE varchar(100)"


def lengthen(apps, schema_editor) -> None:
    # SQLite keeps any length; making its table anew would lose the triggers.
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(LENGTHEN)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_only_added")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(lengthen, elidable=False)],
            state_operations=[
                migrations.AlterField(
                    model_name="auditentry",
                    name="actor",
                    field=models.CharField(blank=True, max_length=100, verbose_name="账号"),
                )
            ],
        )
    ]

"""The entries of the audit."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC

from django.db import models

HASH_CHARACTERS, WORD_CHARACTERS, KEY_CHARACTERS = 64, 40, 100
ACTOR_CHARACTERS = 100
"""Of two accounts: who acted, and for whom."""


class AuditEntry(models.Model):
    """What somebody did to one thing, chained to the entry before by its hash. Triggers let entries only be added.

    People and things stand here by their names and keys, without a foreign key: an entry outlives what it speaks of.
    """

    number = models.PositiveBigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    actor = models.CharField("账号", max_length=ACTOR_CHARACTERS, blank=True)
    act = models.CharField("操作", max_length=WORD_CHARACTERS)
    kind = models.CharField("对象", max_length=WORD_CHARACTERS)
    key = models.CharField("编号", max_length=KEY_CHARACTERS)
    note = models.CharField("说明", max_length=WORD_CHARACTERS, blank=True)
    previous = models.CharField("上一条校验码", max_length=HASH_CHARACTERS, blank=True)
    hash = models.CharField("校验码", max_length=HASH_CHARACTERS)

    class Meta:
        # First pages ask what was done to things of theirs: the audit grows for years.
        indexes = (models.Index(fields=("kind", "key"), name="audit_by_thing"),)

    def __str__(self) -> str:
        return f"{self.number} {self.act}"

    def expected_hash(self) -> str:
        """The hash of what stands in this entry and of the hash before it."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        words = [self.previous, at, self.actor, self.act, self.kind, self.key, self.note]
        written = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()

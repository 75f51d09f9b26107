"""What there is of a round while it is open, and is deleted when it closes: codes and sealed opinions.

No time and no running number stands on either, and neither refers to the other.
"""

from __future__ import annotations

import secrets

from django.db import models

from duizhao.web.opinions.models.opinion_round import OpinionRound

HASH_CHARACTERS = 64
POOL_KEY_BYTES = 16


def pool_key() -> str:
    """A random key of 128 bits."""
    return secrets.token_hex(POOL_KEY_BYTES)


class OpinionCode(models.Model):
    """A code that lets somebody send opinions once: its SHA-256, and the number of its scope in the round."""

    hash = models.CharField(primary_key=True, max_length=HASH_CHARACTERS)
    round = models.ForeignKey(OpinionRound, models.CASCADE, related_name="codes")
    scope = models.PositiveSmallIntegerField()
    used = models.BooleanField(default=False)


class SealedOpinion(models.Model):
    """What one person has sent, sealed with the key of the round and of the same length as any other."""

    key = models.CharField(primary_key=True, max_length=2 * POOL_KEY_BYTES, default=pool_key)
    round = models.ForeignKey(OpinionRound, models.CASCADE, related_name="pool")
    sealed = models.BinaryField()

"""How people come in: their sessions, failed tries, second factors, earlier passwords."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from duizhao.web.accounts.models.people import Person

SUBJECT_CHARACTERS, HASH_CHARACTERS, PASSWORD_CHARACTERS = 80, 64, 128


class OpenSession(AbstractBaseSession):
    """A session of Django with whose it is and when it was used last, so that it can be listed and ended."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="sessions")
    seen_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls) -> type:
        # It reads what ours has written: the salt is the name of the class.
        return SessionStore


class LoginThrottle(models.Model):
    """How often an account or an address has failed to log in, and until when it has to wait.

    `subject` is the digest of an account as it was typed, whether there is one or not, or an address.
    """

    subject = models.CharField(primary_key=True, max_length=SUBJECT_CHARACTERS)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)


class SecondFactor(models.Model):
    """The authenticator app of a person: its secret, sealed, and the last time step whose code was used."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="second_factor")
    sealed_secret = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)


class RecoveryCode(models.Model):
    """A printed code that is good once instead of that of the app."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="recovery_codes")
    hash = models.CharField(max_length=HASH_CHARACTERS)
    used_at = models.DateTimeField(null=True)


class PastPassword(models.Model):
    """An earlier password of a person, as its hash: it may not come back at once."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="past_passwords")
    password = models.CharField(max_length=PASSWORD_CHARACTERS)
    kept_at = models.DateTimeField(auto_now_add=True)

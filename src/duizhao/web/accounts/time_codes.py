"""Codes of an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds), their secrets, and recovery codes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from typing import Any
from urllib.parse import quote

from Cryptodome.Cipher import AES
from django.conf import settings
from django.utils.crypto import constant_time_compare

from duizhao.web.accounts.one_time import one_time_word

STEP_SECONDS, DIGITS, DRIFT_STEPS = 30, 6, 1
SECRET_BYTES = 20
NONCE_BYTES, TAG_BYTES = 12, 16
RECOVERY_CODES = 10
SITE = "对照"


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def code_at(secret: bytes, step: int) -> str:
    """The code of a time step (RFC 4226, 5.3)."""
    digest = hmac.digest(secret, step.to_bytes(8), "sha1")
    at = digest[-1] & 0xF
    number = int.from_bytes(digest[at : at + 4]) & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_at(moment: datetime) -> int:
    return int(moment.timestamp()) // STEP_SECONDS


def matching_step(secret: bytes, code: str, now: int, *, drift: int = DRIFT_STEPS) -> int | None:
    """The time step around `now` whose code this is. The clock of a phone may be a step early or late."""
    given = "".join(code.split())
    found = None
    # All are compared whichever is right: the time that it takes shows nothing.
    for step in range(now - drift, now + drift + 1):
        if constant_time_compare(given, code_at(secret, step)):
            found = step
    return found


def seal_secret(secret: bytes, person: int) -> bytes:
    """A secret as the database keeps it: who has only the database makes no codes."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = _cipher(nonce, person)
    encrypted, tag = cipher.encrypt_and_digest(secret)
    return nonce + encrypted + tag


def open_secret(sealed: bytes, person: int) -> bytes:
    """The secret that was sealed for a person. Raises ValueError where it was for another one or another site."""
    nonce, tag = sealed[:NONCE_BYTES], sealed[-TAG_BYTES:]
    opened: bytes = _cipher(nonce, person).decrypt_and_verify(sealed[NONCE_BYTES:-TAG_BYTES], tag)
    return opened


def _cipher(nonce: bytes, person: int) -> Any:
    key = hmac.digest(settings.SECRET_KEY.encode(), b"duizhao.second-factor", "sha256")
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce, mac_len=TAG_BYTES)
    cipher.update(str(person).encode())
    return cipher


def address_for_app(secret: bytes, username: str) -> str:
    """What the QR code says: whose secret it is, for an authenticator app."""
    label = quote(f"{SITE}:{username}")
    return f"otpauth://totp/{label}?secret={typed(secret)}&issuer={quote(SITE)}"


def typed(secret: bytes) -> str:
    """A secret as it is typed where no camera is."""
    return base64.b32encode(secret).decode().rstrip("=")


def new_recovery_codes() -> list[str]:
    return [one_time_word() for _ in range(RECOVERY_CODES)]


def hash_of(code: str) -> str:
    """How a one-time code is kept: it has 79 random bits, so that one round of SHA-256 is enough."""
    plain = "".join(each for each in code.lower() if each.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()

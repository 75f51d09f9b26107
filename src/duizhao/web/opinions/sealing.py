"""How what one person sends is sealed until the round closes.

AES-256-GCM with the key of the round. Everything is padded to the same length: else the size of an old ciphertext
would give the text away.
"""

from __future__ import annotations

import json
import secrets
from typing import Any

from Cryptodome.Cipher import AES

from duizhao.errors import DuizhaoError

PADDED_BYTES = 8 * 1024
NONCE_BYTES, TAG_BYTES, LENGTH_BYTES = 12, 16, 4
ROUND_KEY_BYTES = 32


class TooLongToSeal(DuizhaoError):
    """What somebody wrote has more bytes than a sealed opinion can hold."""


class SealBroken(DuizhaoError):
    """A sealed opinion is not what was sealed with this key."""


def new_round_key() -> bytes:
    """A random key of 256 bits."""
    return secrets.token_bytes(ROUND_KEY_BYTES)


def seal(key: bytes, round_key: str, content: Any) -> bytes:
    """Seal values of JSON for one round. Raises TooLongToSeal."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    if len(data) + LENGTH_BYTES > PADDED_BYTES:
        raise TooLongToSeal("写得太长")
    padded = (len(data).to_bytes(LENGTH_BYTES) + data).ljust(PADDED_BYTES, b"\0")
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce, mac_len=TAG_BYTES)
    cipher.update(round_key.encode())
    encrypted, tag = cipher.encrypt_and_digest(padded)
    return nonce + encrypted + tag


def unseal(key: bytes, round_key: str, sealed: bytes) -> Any:
    """What was sealed for a round. Raises SealBroken."""
    nonce, tag = sealed[:NONCE_BYTES], sealed[-TAG_BYTES:]
    try:
        cipher = AES.new(key, AES.MODE_GCM, nonce=nonce, mac_len=TAG_BYTES)
        cipher.update(round_key.encode())
        padded = cipher.decrypt_and_verify(sealed[NONCE_BYTES:-TAG_BYTES], tag)
    except ValueError as fault:
        raise SealBroken("打不开") from fault
    length = int.from_bytes(padded[:LENGTH_BYTES])
    return json.loads(padded[LENGTH_BYTES : LENGTH_BYTES + length])

"""Keys for addresses, which nobody can guess."""

from __future__ import annotations

import secrets

KEY_BYTES, KEY_CHARACTERS = 8, 16


def random_key() -> str:
    """A key for an address, which nobody can guess."""
    return secrets.token_hex(KEY_BYTES)

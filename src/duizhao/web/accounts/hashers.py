"""How passwords are kept."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class OfficeArgon2(Argon2PasswordHasher):
    """Argon2id as OWASP recommends it for little memory: 19 MiB a login, where Django's own values take 100."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1

"""Laws hold at any speed: a busy machine is no counter-example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

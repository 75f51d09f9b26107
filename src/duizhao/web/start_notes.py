"""Notes of the start of this desk: the first page shows it, for a desk may have no window of its own."""

from __future__ import annotations

START_NOTES: list[str] = []
"""Of this process."""

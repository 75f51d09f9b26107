"""The version of the program, for every floor that writes it down."""

from __future__ import annotations

__version__ = "0.1.0"

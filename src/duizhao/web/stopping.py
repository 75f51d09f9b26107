"""Ends the program that serves the site."""

from __future__ import annotations

import threading

STOPPING = threading.Event()
"""Set when a page or the system asks this process to end."""

"""What an action answers where it does not do what was asked."""

from __future__ import annotations

from duizhao.errors import DuizhaoError


class RefusedAct(DuizhaoError):
    """An act that this person has, but that the state of things forbids; the message is the reason."""

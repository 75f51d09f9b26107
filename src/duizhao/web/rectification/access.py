"""Who may do what with the rectification."""

from __future__ import annotations

from duizhao.web.access import AccessTable
from duizhao.web.rectification.board_access import ACTS as BOARD_ACTS

TABLE = AccessTable("rectification", {**BOARD_ACTS})

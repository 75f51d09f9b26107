"""The addresses of boards, reminders and recurrence: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.rectification.views import board, mine

urlpatterns = [
    path("board/", board.board, name="board"),
    path("board/out", board.board_out, name="board_out"),
    path("board/calendar", board.board_calendar, name="board_calendar"),
    path("mine/", mine.mine, name="mine"),
    path("mine/out", mine.mine_out, name="mine_out"),
    path("mine/calendar", mine.mine_calendar, name="mine_calendar"),
]

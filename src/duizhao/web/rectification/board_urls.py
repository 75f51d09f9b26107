"""The addresses of boards, reminders and recurrence: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.rectification.views import board, mine, recurrence, reminders

urlpatterns = [
    path("board/", board.board, name="board"),
    path("board/out", board.board_out, name="board_out"),
    path("board/calendar", board.board_calendar, name="board_calendar"),
    path("mine/", mine.mine, name="mine"),
    path("mine/out", mine.mine_out, name="mine_out"),
    path("mine/calendar", mine.mine_calendar, name="mine_calendar"),
    path("recurrences/<slug:recurrence>/judge", recurrence.judge, name="judge_recurrence"),
    path("reminders/", reminders.reminders, name="reminders"),
    path("reminders/out", reminders.reminders_out, name="reminders_out"),
    path("reminders/<int:unit>/choose", reminders.choose, name="choose_reminders"),
    path("reminders/<int:unit>/addresses", reminders.addresses, name="keep_addresses"),
    path("reminders/<int:unit>/send", reminders.send, name="send_reminders"),
]

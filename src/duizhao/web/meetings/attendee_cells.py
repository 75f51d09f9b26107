"""The people of a meeting as a table has them."""

from __future__ import annotations

from duizhao.web.meetings.models import Attendee

ATTENDEE_HEADS = ("姓名", "职务", "身份", "参加", "交对照检查材料", "到会", "缺席事由")


def attendee_cells(attendee: Attendee) -> tuple[str, ...]:
    """The cells of somebody, under `ATTENDEE_HEADS`."""
    return (
        attendee.name,
        attendee.duty,
        attendee.get_standing_display(),
        attendee.get_part_display(),
        "是" if attendee.is_answerable else "",
        attendee.get_attendance_display(),
        attendee.reason,
    )

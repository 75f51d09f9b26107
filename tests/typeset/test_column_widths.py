"""How wide the columns of a table are where the file does not say it."""

from __future__ import annotations

from duizhao.layout.model import POINTS
from duizhao.typeset.original.shapes import CellShape, TableShape
from duizhao.typeset.table.grid import CellContent, GridCell, TableGrid
from duizhao.typeset.table.size import column_widths, padding

ROOM = 156.0  # mm


def test_names_and_days_stay_on_one_line_where_the_file_gives_no_widths() -> None:
    texts = [
        ["序号", "存在问题", "整改措施", "责任人", "完成时限"],
        ["1", "全年下基层只有4次，也没有记录", "每月到2个服务点蹲点半天", "沈若梅", "2024年6月底"],
    ]
    cells = [[GridCell(CellShape(0), CellContent(), at, 1) for at in range(5)] for _ in texts]
    widths = column_widths(TableShape(0), TableGrid(cells, 5), texts, ROOM)
    assert round(sum(widths)) == ROOM
    inner = [each - 2 * padding(5) for each in widths]
    # 12 pt a character: 沈若梅 has three, 2024年6月底 five and a half.
    assert inner[3] >= 3 * 12 / POINTS
    assert inner[4] >= 5.5 * 12 / POINTS
    assert min(inner[1:3]) > inner[4]

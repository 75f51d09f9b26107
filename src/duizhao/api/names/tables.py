"""Tables and lists in workbooks, and the people of a roster."""

from duizhao.api.cell_tables import pasted_table, tables_in
from duizhao.api.list_workbook import render_list, render_lists
from duizhao.api.roster_table import RosterRow, RosterTable, roster_in

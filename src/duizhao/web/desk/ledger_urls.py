"""The addresses of ledgers: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.desk.views import (
    ledger,
    ledger_change,
    ledger_heads,
    ledger_return,
    ledger_row,
    ledger_several,
)

urlpatterns = [
    path("batches/<slug:batch>/ledger/", ledger.ledger, name="ledger"),
    path("batches/<slug:batch>/ledger/take", ledger.take, name="take_rows"),
    path("batches/<slug:batch>/ledger/add", ledger.add, name="add_row"),
    path("batches/<slug:batch>/ledger/out", ledger.out, name="ledger_out"),
    path("batches/<slug:batch>/ledger/in", ledger.take_back, name="ledger_in"),
    path(
        "batches/<slug:batch>/ledger/several", ledger_several.change_several, name="change_several"
    ),
    path("batches/<slug:batch>/ledger/changes", ledger_change.changes, name="ledger_changes"),
    path("changes/<slug:change>/", ledger_change.change, name="ledger_change"),
    path("returns/<slug:returned>/heads", ledger_heads.heads, name="ledger_heads"),
    path("rows/<slug:row>/", ledger_row.ledger_row, name="ledger_row"),
    path("rows/<slug:row>/edit", ledger_row.edit, name="edit_row"),
    path("rows/<slug:row>/settle", ledger_row.settle, name="settle_row"),
    path("rows/<slug:row>/remove", ledger_row.remove, name="remove_row"),
    path("changes/<slug:change>/undo", ledger_row.undo, name="undo_change"),
    path("returns/<slug:returned>/", ledger_return.see, name="see_return"),
    path("returns/<slug:returned>/apply", ledger_return.apply, name="apply_return"),
    path("returns/<slug:returned>/drop", ledger_return.drop, name="drop_return"),
]

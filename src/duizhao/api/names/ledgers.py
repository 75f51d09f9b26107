"""Ledgers: made of statements, read back, brought up to date."""

from duizhao.api.ledgers import (
    assemble_ledger,
    extract_rows,
    near_days,
    read_ledger,
    render_filled_ledger,
    render_ledger,
    update_ledger,
)
from duizhao.ledger import FileExtract, Ledger, UpdatedLedger

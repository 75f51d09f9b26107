"""Which documents share fingerprints, as one Ibis expression: what `reuse.candidates` finds, on any engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.reuse.candidates import CROWD
from duizhao.reuse.promising import FEWEST

if TYPE_CHECKING:
    import ibis.expr.types as ir


def candidate_query(prints: ir.Table, most_documents: int) -> ir.Table:
    """Pairs of documents (left, right, shared) with at least `FEWEST` shared fingerprints, in their order.

    `prints` has hash and document, each pair of them once. It is sent round by hash once and never joined with itself:
    within a crowd, a document looks back at those before it.
    """
    import ibis
    from ibis import _

    crowd = ibis.window(group_by="hash")
    before = ibis.window(group_by="hash", order_by="document", preceding=CROWD - 1, following=0)
    shared = (
        prints.select("hash", "document")
        .mutate(size=_.count().over(crowd), hub=_.document.min().over(crowd))
        .filter(_.size.between(2, most_documents))
    )
    found = (
        shared.mutate(near=_.document.collect().over(before))
        .mutate(lefts=ibis.ifelse(_.size <= CROWD, _.near, ibis.array([_.hub])))
        .select(left=_.lefts.unnest(), right=_.document)
        # A document looks back at itself too.
        .filter(_.left < _.right)
    )
    counted = found.group_by("left", "right").agg(shared=_.count())
    return counted.filter(_.shared >= FEWEST).order_by("left", "right")

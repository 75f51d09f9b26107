"""Which documents share fingerprints, as Ibis expressions for any engine; `reuse.candidates` does it in numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.reuse.candidates import ALL_PAIRS_UP_TO, COMMON
from duizhao.reuse.collinear_seeds import MIN_SEEDS

if TYPE_CHECKING:
    import ibis.expr.types as ir


def candidate_query(prints: ir.Table, max_df: int) -> ir.Table:
    """Pairs of documents (left, right, shared) with at least `MIN_SEEDS` shared fingerprints, in their order.

    `prints` has hash and document, each pair of them once. It is sent round by hash once and never joined with itself:
    within a posting list, a window pairs each document with those before it.
    """
    import ibis
    from ibis import _

    posting_list = ibis.window(group_by="hash")
    shared = (
        prints.select("hash", "document")
        .mutate(size=_.count().over(posting_list), hub=_.document.min().over(posting_list))
        .filter(_.size.between(2, max_df))
    )
    found = (
        shared.mutate(near=_.document.collect().over(_before()))
        .mutate(lefts=ibis.ifelse(_.size <= ALL_PAIRS_UP_TO, _.near, ibis.array([_.hub])))
        .select(left=_.lefts.unnest(), right=_.document)
        # The window has the document itself too.
        .filter(_.left < _.right)
    )
    counted = found.group_by("left", "right").agg(shared=_.count())
    return counted.filter(_.shared >= MIN_SEEDS).order_by("left", "right")


def seed_query(prints: ir.Table, max_df: int) -> ir.Table:
    """The shared fingerprints themselves: left, right, and their places here and there, unordered.

    `prints` has hash, document, place, and is_own for wording of a unit's own. Common wording has `COMMON` for its
    right document, and its hash instead of the place there.
    """
    import ibis
    from ibis import _

    posting_list = ibis.window(group_by="hash")
    print_ = ibis.struct({"document": _.document, "place": _.place})
    shared = prints.mutate(size=_.count().over(posting_list)).filter(_.size >= 2)
    is_common = (_.size > max_df) | _.is_own
    common = shared.filter(is_common).select(
        left=_.document, right=ibis.literal(COMMON, "int64"), here=_.place, there=_.hash
    )
    found = (
        shared.filter(~is_common)
        .mutate(near=print_.collect().over(_before()), hub=_first(print_))
        .mutate(lefts=ibis.ifelse(_.size <= ALL_PAIRS_UP_TO, _.near, ibis.array([_.hub])))
        .select(left=_.lefts.unnest(), right=_.document, there=_.place)
        .select(left=_.left.document, right=_.right, here=_.left.place, there=_.there)
        .filter(_.left < _.right)
    )
    pair = ibis.window(group_by=["left", "right"])
    several = found.mutate(shared=_.count().over(pair)).filter(_.shared >= MIN_SEEDS).drop("shared")
    return several.union(common)


def _before() -> ir.WindowBuilder:
    """The window of a document and those before it, as many as are paired each with each."""
    import ibis

    return ibis.window(
        group_by="hash", order_by="document", preceding=ALL_PAIRS_UP_TO - 1, following=0
    )


def _first(value: ir.Deferred) -> ir.Deferred:
    import ibis

    return value.first().over(
        ibis.window(group_by="hash", order_by="document", preceding=None, following=0)
    )

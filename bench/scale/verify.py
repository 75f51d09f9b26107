"""The cost of verifying one candidate on its two texts, each made ready to be compared as a worker would."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from bench.scale.pairs import candidate_pairs_of_texts
from bench.scale.processes import cpu_seconds
from bench.scale.table import write_table
from bench.screen.corpus import Corpus
from duizhao.reuse.common_wording import MAX_DF_SHARE, max_df
from duizhao.reuse.compare import compared_text, seeds
from duizhao.reuse.excluded_spans import excluded_spans
from duizhao.reuse.join import verify_pair
from duizhao.reuse.model import DocumentLabel, Entry
from duizhao.reuse.official import official_wording

DOCUMENTS = 2000
PAIRS = 500


def verify() -> tuple[float, int]:
    """Seconds of processor time a pair, and how many pairs were timed: a sample of the candidates of a small corpus."""
    corpus = Corpus.of(DOCUMENTS)
    with tempfile.TemporaryDirectory() as folder:
        write_table(Path(folder) / "texts.parquet", DOCUMENTS)
        found = candidate_pairs_of_texts(Path(folder), max_df(DOCUMENTS, MAX_DF_SHARE))
    pairs = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    some = [tuple(map(corpus_text(corpus), pair)) for pair in Random(1).sample(pairs, PAIRS)]
    before = cpu_seconds()
    for left, right in some:
        verify_pair(ready(left), ready(right), *seeds(left, right))
    return (cpu_seconds() - before) / PAIRS, PAIRS


def corpus_text(corpus: Corpus):
    return lambda number: corpus.statement(number).text


def ready(text: str):
    return compared_text(
        text, Entry("", "", DocumentLabel()), excluded_spans(text, official_wording())
    )

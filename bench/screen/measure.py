"""Screens a made-up corpus for copied passages, ours and MinHash peers in one run, and scores all against the truth.

    python -m bench.screen.measure [--documents 2000|20000|100000] [--all] [--only peers|ours] [--write]

Times are processor time, threads and child processes included, unless named wall or clock. The texts are made
beforehand.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import report
from bench.screen import accident
from bench.screen.corpus import Corpus
from bench.screen.cost import Cost, measured
from bench.screen.engine import screen
from bench.screen.peers import PEERS, RENSA, SLOW
from bench.screen.planted import Kind
from bench.screen.score import Outcome, Score, score
from bench.screen.truth import truth
from duizhao.cli.garbage import COLLECTING

Scorer = Callable[[Outcome], Score]
TIMES_RENSA = 0.6
INDEX_KB = 15


def main() -> None:
    chosen = _arguments()
    # As the program does; as often as Python looks by itself, it would look through the corpus and its truth each time.
    gc.set_threshold(*COLLECTING)
    corpus = Corpus.of(chosen.documents)
    texts, making = measured(lambda: list(corpus.texts()))
    rows = [report.Row("texts made", len(texts) / making.cpu, "/s")]
    planted, share = truth(corpus), accident.really_share(corpus)

    def scorer(found: Outcome) -> Score:
        return score(found, planted, share)

    costs = {}
    if chosen.only != "ours":
        for name, peer in {**PEERS, **(SLOW if chosen.all else {})}.items():
            print(name, file=sys.stderr, flush=True)
            run = peer(texts)
            costs[name] = run.signing + run.query
            rows += _cost(name, ("sign", run.signing), ("query", run.query))
            rows += _found(name, scorer(run.outcome), spans=False)
    if chosen.only != "peers":
        rows += ours(texts, scorer, costs)
    title = f"screen: {chosen.documents} statements of about 3,700 characters"
    report.show(title, rows, write=chosen.write)


def ours(texts: list[str], scorer: Scorer, peers: dict[str, Cost]) -> list[report.Row]:
    """What the product's engine does, and its time against that of each peer in this run."""
    name = "duizhao"
    with tempfile.TemporaryDirectory() as folder:
        run = screen(texts, Path(folder))
    whole = run.add + run.join
    return [
        *_cost(name, ("add", run.add), ("join", run.join)),
        *(row for peer, cost in peers.items() for row in _ratio(peer, whole, cost)),
        report.Row(f"{name}, index", run.bytes / len(texts) / 1024, "KB/document", INDEX_KB),
        *_found(name, scorer(run.outcome), spans=True),
    ]


def _ratio(peer: str, whole: Cost, cost: Cost) -> list[report.Row]:
    """By the clock, on all cores of the machine, and by processor time: we use more than one core, the peer one."""
    goal = TIMES_RENSA if peer == RENSA else None
    return [
        report.Row(f"duizhao ÷ {peer}, by the clock", whole.wall / cost.wall, "×", goal),
        report.Row(f"duizhao ÷ {peer}, processor time", whole.cpu / cost.cpu, "×"),
    ]


def _cost(name: str, *parts: tuple[str, Cost]) -> list[report.Row]:
    whole = sum((cost for _, cost in parts), Cost(0, 0))
    return [
        *(report.Row(f"{name}, {part}", cost.cpu, "s") for part, cost in parts),
        report.Row(f"{name}, all", whole.cpu, "s"),
        report.Row(f"{name}, all, wall", whole.wall, "s"),
    ]


def _found(name: str, result: Score, *, spans: bool) -> list[report.Row]:
    """Goals are only set for the engine that gives passages: ours."""
    goal, edges = (0.99, 0.95) if spans else (None, None)
    rows = [
        report.Row(f"{name}, recall: {kind.value}", result.recall[kind], "", goal, at_least=True)
        for kind in Kind
    ]
    rows += [
        report.Row(f"{name}, precision", result.precision, "", goal, at_least=True),
        report.Row(f"{name}, false pairs", result.false, ""),
    ]
    if spans:
        rows += [
            report.Row(
                f"{name}, edges ±5: {kind.value}", result.exact[kind], "", edges, at_least=True
            )
            for kind in Kind
        ]
        rows += [
            report.Row(f"{name}, groups found whole", result.groups, ""),
            report.Row(f"{name}, pairs alike by accident, not counted", result.accidental, ""),
        ]
    return rows


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=20_000)
    arguments.add_argument("--all", action="store_true", help="with peers that take minutes")
    arguments.add_argument("--only", choices=("peers", "ours"))
    arguments.add_argument("--write", action="store_true")
    return arguments.parse_args()


if __name__ == "__main__":
    main()

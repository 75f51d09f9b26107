"""From measured runs to what ten million documents would cost, with the arithmetic shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from bench.scale.run import Run

DOCUMENTS = 10_000_000
HASHES = 2**32
MACHINES, CORES = 4, 16
BUSY = 0.6
"""Of the cores' time, what work gets: the rest waits for disks, the network and the last task of a stage."""

TEXT_BYTES = 3 * 3700
MOST_PAIRS = 7.5
"""Pairs a fingerprint: a posting list of 16 makes 120. A longer one makes less than one a fingerprint, with its hub."""

Line = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Slope:
    """What each further unit costs, from the difference of two runs: a start is paid once and falls out."""

    less: Run
    more: Run

    def fingerprints(self) -> float:
        """Seconds a document."""
        spent = self.more.fingerprints[0] - self.less.fingerprints[0]
        return spent / (self.more.documents - self.less.documents)

    def join(self) -> float:
        """Seconds a row: each fingerprint, and each pair under a fingerprint that is sent on."""
        spent = self.more.join[0] - self.less.join[0]
        return spent / (_rows(self.more) - _rows(self.less))

    def growth(self) -> float:
        """The power of the number of documents by which pairs under a hash grow."""
        return self._power(self.more.by_pair[1] / self.less.by_pair[1])

    def candidates_growth(self) -> float:
        """The same of candidates."""
        return self._power(self.more.pairs / self.less.pairs)

    def _power(self, times: float) -> float:
        return log(times) / log(self.more.documents / self.less.documents)


def _rows(run: Run) -> int:
    return run.prints + run.by_pair[1]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is worked out of a slope; `verify` is seconds a candidate."""

    slope: Slope
    verify: float

    def lines(self) -> Iterator[Line]:
        """What, how it is worked out, and how much."""
        yield from self._sent()
        yield from self._spent()

    @property
    def prints(self) -> float:
        return self.slope.more.prints / self.slope.more.documents * DOCUMENTS

    @property
    def near(self) -> float:
        """Pairs under a hash, as documents use the same words."""
        more = self.slope.more
        return float(more.by_pair[1] * (DOCUMENTS / more.documents) ** self.slope.growth())

    @property
    def chance(self) -> float:
        """Pairs of different words with one hash."""
        return HASHES * (self.prints / HASHES) ** 2 / 2

    def _sent(self) -> Iterator[Line]:
        more = self.slope.more
        row, sent = more.by_hash[0] / more.by_hash[1], more.by_pair[0] / more.by_pair[1]
        pairs, load = self.near + self.chance, self.prints / HASHES
        by_hash, by_pair = self.prints * row, pairs * sent
        yield (
            "texts read",
            f"{DOCUMENTS:,} × {TEXT_BYTES / 1e3:.1f} KB",
            _gb(DOCUMENTS * TEXT_BYTES),
        )
        yield (
            "fingerprints",
            f"{DOCUMENTS:,} × {self.prints / DOCUMENTS:.0f}",
            _billion(self.prints),
        )
        yield "sent round by hash", f"{_billion(self.prints)} × {row:.2f} bytes", _gb(by_hash)
        times = f"({DOCUMENTS // more.documents})^{self.slope.growth():.2f}"
        yield (
            "pairs by use of words",
            f"{more.by_pair[1] / 1e6:.2f} million × {times}",
            _billion(self.near),
        )
        yield "pairs by chance", f"2³² × {load:.2f}² ÷ 2", _billion(self.chance)
        yield "sent round by pair", f"{_billion(pairs)} × {sent:.2f} bytes", _gb(by_pair)
        yield "**shuffle**", f"{_gb(by_hash)} + {_gb(by_pair)}", f"**{_gb(by_hash + by_pair)}**"
        most = self.prints * MOST_PAIRS * sent
        yield (
            "by pair at the worst",
            f"{_billion(self.prints)} × {MOST_PAIRS} × {sent:.2f} bytes",
            _gb(most),
        )

    def _spent(self) -> Iterator[Line]:
        made, joined = self.slope.fingerprints(), self.slope.join()
        pairs = self.near + self.chance
        more = self.slope.more
        power = self.slope.candidates_growth()
        found = more.pairs * (DOCUMENTS / more.documents) ** power
        hours = [
            made * DOCUMENTS / 3600,
            joined * (self.prints + pairs) / 3600,
            self.verify * found / 3600,
        ]
        rows = f"({_billion(self.prints)} + {_billion(pairs)})"
        yield (
            "fingerprints made",
            f"{DOCUMENTS:,} × {made * 1e3:.2f} ms",
            f"{hours[0]:.1f} core hours",
        )
        yield "joined", f"{rows} × {joined * 1e6:.2f} µs", f"{hours[1]:.1f} core hours"
        times = f"({DOCUMENTS // more.documents})^{power:.2f}"
        yield "candidates", f"{more.pairs:,} × {times}", f"{found / 1e6:.0f} million"
        yield (
            "verified",
            f"{found / 1e6:.0f} million × {self.verify * 1e3:.2f} ms",
            f"{hours[2]:.1f} core hours",
        )
        total = sum(hours)
        yield "**work**", " + ".join(f"{each:.1f}" for each in hours), f"**{total:.1f} core hours**"
        wall = total / (MACHINES * CORES * BUSY)
        yield (
            "by the clock",
            f"{total:.1f} ÷ ({MACHINES} machines × {CORES} cores × {BUSY})",
            f"{wall:.2f} hours",
        )
        yield "**machine hours**", f"{MACHINES} × {wall:.2f}", f"**{MACHINES * wall:.1f}**"


def _gb(size: float) -> str:
    return f"{size / 1e9:.0f} GB"


def _billion(count: float) -> str:
    return f"{count / 1e9:.2f} billion"

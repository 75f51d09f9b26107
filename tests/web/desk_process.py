"""A desk that really runs, as the benchmarks start it too."""

from bench.desk.running import RunningDesk, running_desk

__all__ = ["RunningDesk", "running_desk"]

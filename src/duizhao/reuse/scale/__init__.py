"""Candidates past one machine: the join of `reuse.candidates`, written once in Ibis, run on DuckDB or Spark."""

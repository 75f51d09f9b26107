"""Candidates past one machine: the join of `reuse.candidates`, written once in Ibis for DuckDB and for Spark."""

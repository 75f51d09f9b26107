"""One office computer for all tests, also where several processes run them."""

from __future__ import annotations

import fcntl
import pickle

import pytest
from office_computer import OfficeComputer, missing


@pytest.fixture(scope="session")
def computer(tmp_path_factory: pytest.TempPathFactory) -> OfficeComputer:
    if reason := missing():
        pytest.skip(reason)
    base = tmp_path_factory.getbasetemp()
    # The processes of xdist have their folders side by side in one of this run.
    shared = base.parent if base.name.startswith("popen-") else base
    with (shared / "computer.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        noted = shared / "computer.pickle"
        if noted.exists():
            return pickle.loads(noted.read_bytes())
        made = OfficeComputer.set_up(shared)
        noted.write_bytes(pickle.dumps(made))
        return made

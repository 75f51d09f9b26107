"""A command killed many times at random moments around the one at which it writes, and what each time is left.

`python killing.py OUTPUT KILLS WARM RUN`, the last two as JSON lists of arguments. Each run is a process of its own,
made by fork, so that no time goes by until it is at work; WARM is run before, for what it imports. It must not start
threads: they do not come along. An output that stands there before is put back before each run; its backups count as
well.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

OLD = b"old"


def left_by_kills(
    folder: Path, output: str, warm: list[str], run: list[str], kills: int = 50
) -> list[str]:
    """For each kill whether the `old` file is left, the `new` one, or a `torn` one."""
    command = [sys.executable, __file__, output, str(kills), json.dumps(warm), json.dumps(run)]
    tests = str(Path(__file__).parents[1])
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": tests},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    left: list[str] = json.loads(done.stdout)
    return left


def main(output: str, kills: str, warm: str, run: str) -> None:
    from duizhao.cli.commands import run as run_call

    old = Path(output).read_bytes() if Path(output).exists() else OLD
    assert run_call(json.loads(warm)) == 0
    _put_back(Path(output), old)
    start = time.perf_counter()
    assert os.waitstatus_to_exitcode(os.waitpid(_started(run), 0)[1]) == 0
    moment = time.perf_counter() - start
    dice = random.Random(9704)
    left = []
    for _ in range(int(kills)):
        _put_back(Path(output), old)
        child = _started(run)
        time.sleep(moment * dice.uniform(0.7, 1.2))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left.append(_left(Path(output), old))
        # A busy machine is now slower, now quicker: go after the moment, whenever it is.
        moment *= 1.1 if left[-1] == "old" else 0.9
    print(json.dumps(left))


def _started(run: str) -> int:
    child = os.fork()
    if child == 0:
        from duizhao.cli.commands import run as run_call

        code = 1
        try:
            code = run_call(json.loads(run))
        finally:
            os._exit(code)
    return child


def _put_back(output: Path, old: bytes) -> None:
    for backup in _backups(output):
        backup.unlink()
    output.write_bytes(old)


def _backups(output: Path) -> list[Path]:
    return [path for path in Path().iterdir() if path.name.startswith(f"{output.name}.bak")]


def _left(output: Path, old: bytes) -> str:
    from hostile.whole import is_whole

    data = output.read_bytes()
    if any(backup.read_bytes() != old for backup in _backups(output)):
        return "torn"
    return "old" if data == old else "new" if is_whole(data) else "torn"


if __name__ == "__main__":
    main(*sys.argv[1:])

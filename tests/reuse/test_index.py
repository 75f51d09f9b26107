"""The index finds what is shared, shows where, and loses or keeps nothing it should not."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from tests.reuse.prose import COPIED, prose, reworded

from duizhao import api
from duizhao.errors import DuizhaoError
from duizhao.reuse.prepare import identity

pytest.importorskip("numpy", reason="the extra `screen` is not installed")


@pytest.fixture
def index(tmp_path):
    opened = api.ScreenIndex(tmp_path / "index")
    yield opened
    opened.close()


def test_planted_passage_is_found_to_the_letter(index):
    left, right = prose(1) + COPIED + prose(2), prose(3) + COPIED + prose(4)
    index.add(right, "乙")
    index.add(prose(9), "丙")
    (match,) = index.check(left).matches
    (passage,) = match.passages
    assert abs(passage.left.start - 900) <= 5
    assert abs(passage.left.end - 900 - len(COPIED)) <= 5
    assert passage.left.of(left) == passage.right.of(right)
    assert match.entry.name == "乙"


def test_renamed_place_is_the_only_difference(index):
    mine = COPIED.replace("青石镇", "白河乡")
    index.add(COPIED + "以上问题，明年整改。", "乙")
    ((passage,),) = (match.passages for match in index.check(mine + "以上问题，明年整改。").matches)
    assert [each.left.of(mine) for each in passage.differences] == ["白河乡"]


def test_tenth_of_characters_replaced_is_still_found(index):
    text = prose(5, 1500)
    index.add(text, "原稿")
    (match,) = index.check(reworded(text, 6)).matches
    assert match.share > 0.9


def test_quotation_is_subtracted_and_shown(index):
    quoted = f"“{COPIED}”"
    index.add(prose(1) + quoted, "乙")
    screened = index.check(prose(2) + quoted)
    assert not screened.matches
    assert [each.reason for each in screened.excluded] == ["引文"]


def test_listed_wording_is_subtracted_with_its_source(tmp_path):
    index = api.ScreenIndex(tmp_path, {"单位自备": [COPIED]})
    index.add(prose(1) + COPIED, "乙")
    screened = index.check(prose(2) + COPIED)
    assert not screened.matches
    assert screened.excluded[0].source == "单位自备"


def test_passages_in_another_order_are_all_found(index):
    one, two = prose(11, 200), prose(12, 200)
    left = one + two
    index.add(two + one, "乙")
    (match,) = index.check(left).matches
    assert {passage.left.of(left) for passage in match.passages} == {one, two}


def test_labels_tell_own_past_from_colleague_and_template(index):
    me = api.DocumentLabel(person="张三", unit="办公室", year="2024")
    index.add(
        COPIED + prose(1), "去年", api.DocumentLabel(person="张三", unit="办公室", year="2023")
    )
    index.add(COPIED + prose(2), "同事", api.DocumentLabel(person="李四", unit="办公室"))
    index.add(COPIED + prose(3), "范文", api.DocumentLabel(kind="template"))
    found = {match.entry.name: match.relation.value for match in index.check(COPIED, me).matches}
    assert found == {"去年": "own-past", "同事": "colleague", "范文": "template"}


def test_same_content_twice_is_one_document(index):
    assert index.add(COPIED, "甲").is_new
    assert not index.add(COPIED, "乙").is_new
    assert [entry.name for entry in index.entries()] == ["甲"]


def test_many_texts_are_filed_in_order_and_each_once(index):
    texts = [api.Filing(prose(at % 100, 60), str(at)) for at in range(150)]
    filed = list(index.add_all(texts))
    assert [each.is_new for each in filed] == [True] * 100 + [False] * 50
    assert [entry.name for entry in index.entries()] == [str(at) for at in range(100)]


def test_two_readers_see_what_a_writer_has_filed(index, tmp_path):
    readers = [api.ScreenIndex(tmp_path / "index") for _ in range(2)]
    index.add(COPIED, "甲")
    for reader in readers:
        assert [match.entry.name for match in reader.check("前言。" + COPIED).matches] == ["甲"]
        reader.close()


def test_removed_text_leaves_no_bytes_on_disk(index, tmp_path):
    body = prose(7)[20:60].encode("utf-16-le")
    entry = index.add(prose(7), "甲").entry
    index.add(prose(8), "乙")

    def is_on_disk():
        return any(body in file.read_bytes() for file in (tmp_path / "index").iterdir())

    assert is_on_disk()
    index.remove(entry.id)
    assert not is_on_disk()
    with pytest.raises(DuizhaoError, match="没有编号"):
        index.remove(entry.id)


ADDING = """
import sys
from pathlib import Path
from duizhao import api
from tests.reuse.prose import prose
index, turn = api.ScreenIndex(Path(sys.argv[1])), int(sys.argv[2])
texts = (api.Filing(prose(turn * 10**6 + at, 300), f"{turn}-{at}") for at in range(10**9))
for each in index.add_all(texts, batch=int(sys.argv[3])):
    print(each.entry.id, flush=True)
"""


def test_killed_fifty_times_while_adding_it_keeps_every_acknowledged_document(tmp_path):
    chance, acknowledged = random.Random(1), set()
    for turn in range(50):
        call = [sys.executable, "-c", ADDING, str(tmp_path), str(turn), str(1 + turn % 3 * 40)]
        with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as child:
            acknowledged.add(child.stdout.readline().strip())
            time.sleep(chance.random() / 20)
            os.kill(child.pid, signal.SIGKILL)
            acknowledged |= {line.strip() for line in child.stdout if line.endswith("\n")}
    index = api.ScreenIndex(tmp_path)
    texts = {entry.id: index.text(entry.id) for entry in index.entries()}
    assert acknowledged <= texts.keys()
    assert all(identity(text) == id for id, text in texts.items())
    # A document is whole when its fingerprints are there too: every one finds itself in company.
    for id in sorted(acknowledged)[::20]:
        found = index.check(texts[id] + "。").matches
        assert id in {match.entry.id for match in found}
    index.add(COPIED, "之后")
    named = {each.file for each in index.catalogue.segments()}
    assert {path.name for path in tmp_path.glob("*.npy")} == named


def test_a_writer_waits_for_another_and_readers_go_on(index, tmp_path):
    other = api.ScreenIndex(tmp_path / "index")
    for at in range(6):
        (index, other)[at % 2].add(prose(at, 200), str(at))
        assert len(index.entries()) == len(other.entries()) == at + 1
    assert len(other.check(prose(0, 200) + "。").matches) == 1
    index.remove(index.entries()[0].id)
    assert not other.check(prose(0, 200) + "。").matches
    other.close()


def test_memory_of_adding_does_not_grow_with_the_number_of_texts(tmp_path):
    def peak(count: int) -> int:
        """Megabytes that filing so many texts takes."""
        code = (
            "import resource, sys; from pathlib import Path; from duizhao import api\n"
            "texts = (api.Filing(f'第{at}份材料写的是第{at * 7}件事。' * 40, str(at))"
            " for at in range(int(sys.argv[2])))\n"
            "for _ in api.ScreenIndex(Path(sys.argv[1])).add_all(texts, batch=256): pass\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
        )
        call = [sys.executable, "-c", code, str(tmp_path / str(count)), str(count)]
        return int(subprocess.run(call, capture_output=True, text=True, check=True).stdout)

    assert peak(4000) <= peak(800) * 1.5

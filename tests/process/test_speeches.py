"""What is said at a meeting: who has criticised whom, who has answered."""

from __future__ import annotations

from duizhao.process import Speech, SpeechKind, missing_answers, missing_criticisms

CRITICISM, ANSWER = SpeechKind.CRITICISM, SpeechKind.ANSWER
PEOPLE = ("周", "吴", "郑")


def test_everybody_criticises_everybody_in_both_directions() -> None:
    speeches = [Speech(CRITICISM, "周", "吴"), Speech(CRITICISM, "吴", "周"), Speech(ANSWER, "郑")]
    missing = missing_criticisms(PEOPLE, speeches)
    assert missing == (("周", "郑"), ("吴", "郑"), ("郑", "周"), ("郑", "吴"))


def test_listener_from_outside_neither_criticises_nor_is_missed() -> None:
    assert missing_criticisms(("周",), [Speech(CRITICISM, "督导", "周")]) == ()


def test_who_is_criticised_answers_once_for_all_before() -> None:
    speeches = [Speech(CRITICISM, "周", "吴"), Speech(CRITICISM, "郑", "吴"), Speech(ANSWER, "吴")]
    assert missing_answers(PEOPLE, speeches) == ()


def test_criticism_after_the_answer_waits_for_another_one() -> None:
    speeches = [Speech(ANSWER, "吴"), Speech(CRITICISM, "周", "吴"), Speech(CRITICISM, "吴", "周")]
    assert missing_answers(PEOPLE, speeches) == ("周", "吴")

"""Workflow commands."""

from __future__ import annotations

from made_reports import hostile, report, sample

from duizhao.report.github import render


def test_command_names_file_place_and_rule() -> None:
    lines = render(report()).splitlines()
    assert (
        "::warning file=材料/水务局.txt,line=5,endLine=5,col=31,endColumn=35,title=DZ601 固定说法中的错字"
        "::“于部职工”疑为“干部职工”。（依据：《现代汉语词典》）"
    ) in lines
    assert len(lines) == 6


def test_severities_are_error_warning_and_notice() -> None:
    kinds = {line.split(" ")[0] for line in render(report()).splitlines()}
    assert kinds == {"::error", "::warning", "::notice"}


def test_properties_and_messages_are_escaped() -> None:
    written = render(report(sample("a,b:c%.txt"), failures=(("坏", "100%\n第二行"),)))
    assert "file=a%2Cb%3Ac%25.txt," in written
    assert written.splitlines()[-1] == "::error file=坏,title=读不了::100%25%0A第二行"


def test_text_cannot_begin_a_command_of_its_own() -> None:
    lines = render(hostile()).splitlines()
    assert len(lines) == 6
    assert all(line.startswith(("::error file=", "::notice file=")) for line in lines)

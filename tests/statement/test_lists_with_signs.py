"""Lists with signs: what stands below a line with another sign are facts of its point."""

from __future__ import annotations

from tests.statement.reading import interpreted, words


def test_lines_with_another_sign_belong_to_the_point_above() -> None:
    read = interpreted(
        "农机站站长对照检查材料\n按照要求，我作如下检查。\n一、存在的问题\n"
        "● 学习不够深入\n— 全年只学了四次\n— 笔记是补的\n● 来信没人回\n— 去年收了九封，回了两封\n"
        "二、原因\n● 懒，怕跑路\n三、整改措施\n● 来信三天内回，回不了的上门\n"
    )
    assert words(read, [each.span for each in read.problems]) == [
        "● 学习不够深入\n— 全年只学了四次\n— 笔记是补的",
        "● 来信没人回\n— 去年收了九封，回了两封",
    ]
    assert len(read.causes) == len(read.measures) == 1


def test_names_with_a_sign_are_no_points() -> None:
    read = interpreted(
        "税务分局领导班子检视问题\n●\t政治忠诚\n\t○\t传达上级精神，平均用时六分钟\n"
        "\t○\t责任书签了五年，内容没有换过\n●\t便民办税\n\t○\t大厅窗口在征期没有开足\n"
        "\t\t— 14日，开9个窗口，最长等候97分钟\n\t○\t老人也被要求用手机申报\n"
        "●\t作风与廉政\n\t○\t有人在辖区入股，班子没有察觉\n请各科所反馈意见。\n"
    )
    assert words(read, [each.span for each in read.problems]) == [
        "○\t传达上级精神，平均用时六分钟",
        "○\t责任书签了五年，内容没有换过",
        "○\t大厅窗口在征期没有开足\n\t\t— 14日，开9个窗口，最长等候97分钟",
        "○\t老人也被要求用手机申报",
        "○\t有人在辖区入股，班子没有察觉",
    ]
    assert not read.causes
    assert not read.measures


def test_a_lone_colon_behind_a_sign_groups_nothing() -> None:
    read = interpreted(
        "气象局党组书记对照检查材料\n【今年问题】\n—— 学：传达慢了11天\n"
        "—— 报：预警发了，没有叫应；会上我强调客观多\n【根子】\n—— 不当一回事\n【改】\n—— 传达不过周\n"
    )
    assert words(read, [each.span for each in read.problems]) == [
        "—— 学：传达慢了11天",
        "—— 报：预警发了，没有叫应；会上我强调客观多",
    ]

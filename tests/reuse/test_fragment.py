"""Screening as pieces of a site: the same as in the report, with a style sheet that holds for them alone."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from duizhao.reuse.view.html.fragment import ScreeningFragment, scoped, screening_look
from duizhao.reuse.view.html.matrix import matrix_html
from duizhao.reuse.view.teams import member_names, teams


def test_pairs_lead_to_pages_of_their_own(joined) -> None:
    fragment = ScreeningFragment.from_shown(joined, "pair?number=")
    pages = list(fragment.facings())
    assert fragment.pairs == len(pages) == len(fragment.addresses)
    assert 'href="pair?number=1"' in fragment.index
    assert "#d1" not in fragment.index
    assert '<b class="no">2</b>' in pages[1]
    # Each page has one pair, the first of its page.
    assert all('id="d1"' in page for page in pages)


def test_matrix_ranks_nobody_and_has_its_table(joined) -> None:
    fragment = ScreeningFragment.from_shown(joined, "pair?number=")
    html = matrix_html(joined, fragment.addresses)
    svg = re.search(r"<svg.*?</svg>", html, re.DOTALL)[0]
    picture = ElementTree.fromstring(svg)
    assert "style=" not in svg
    (team, *_), _ = teams(joined)
    names = member_names(team.members)
    ordered = [names[each.id] for each in team.members]
    assert ordered == sorted(ordered)
    for one in team.members:
        for two in team.members:
            if one is not two and team.share(one, two):
                assert f"{names[one.id]}的材料，与{names[two.id]}的相同" in svg
    assert {each.get("href") for each in picture.iter("a")} <= set(fragment.addresses.values())
    assert html.count('<th scope="row">') == sum(len(each.members) for each in teams(joined)[0])


def test_sheet_holds_below_its_scope_alone() -> None:
    given = (
        ":root { --a: 1; }\n/* a, b { */ a, td small { color: red; }\n"
        "@media print { .x:not([open]) { display: none; } }"
    )
    assert re.findall(r"([^{}\n]+) \{", scoped(given, ".in")) == [
        ".in",
        ".in a,.in td small",
        "@media print",
        ".in .x:not([open])",
    ]
    for selectors in re.findall(r"([^{}]+)\{", screening_look()):
        for each in selectors.split(","):
            assert selectors.strip().startswith("@") or each.strip().startswith(".screening")

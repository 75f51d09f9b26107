"""Counts how often the fixed expressions stand in statements and official prose: `python tools/count_terms.py FOLDER…`.

Reads the statements of this project and the folders of correct prose (see sources.txt), and writes term_use.txt beside
this file, from which tools/build_slips.py takes whose slips are the likelier ones. The prose is not kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from build_slips import TERM_USE, Lexicon
from likely_mistakes import statements

IN_STATEMENTS = 3
"""What a place in a statement counts against one in other prose."""
HEAD = """\
# 固定提法在对照检查材料和公文里用了多少次（材料里的一次算三次）；没有列出的，一次也没有。
# 由 tools/count_terms.py 生成，请勿手改；来源见 src/duizhao/rules/wording/misspellings/sources.txt。
"""


def main() -> int:
    texts = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.txt"))]
    if not texts:
        print(__doc__)
        return 2
    prose, own = "\n".join(path.read_text(encoding="utf-8") for path in texts), statements()
    uses = {
        term: IN_STATEMENTS * own.count(term) + prose.count(term) for term in Lexicon.read().terms
    }
    lines = "".join(f"{term} {times}\n" for term, times in sorted(uses.items()) if times)
    TERM_USE.write_text(HEAD + lines, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

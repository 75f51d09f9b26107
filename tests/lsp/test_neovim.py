"""Neovim with the settings of docs/editors.md: it shows what is found and mends what is certain."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from duizhao import api

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"
NVIM = shutil.which("nvim")
TEXT = "个人对照检查材料\n一、存在的问题\n（一）𠀀推进xx工作不力，服务于部职工的的意识不够。\n"
ASK = """
local function found() return #vim.diagnostic.get(0) end
vim.wait(15000, function() return found() > 0 end, 20)
local codes = vim.tbl_map(function(each) return { each.lnum, each.col, each.code } end, vim.diagnostic.get(0))
local place = vim.lsp.util.make_range_params(0, "utf-16")
place.context = { only = { "source.fixAll" }, diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", place, 15000)
for _, answer in pairs(answers) do
  vim.lsp.util.apply_workspace_edit(answer.result[1].edit, "utf-16")
end
vim.cmd("write")
io.stdout:write(vim.fn.json_encode(codes))
vim.cmd("qa!")
"""


def version() -> tuple[int, int]:
    assert NVIM
    said = subprocess.run([NVIM, "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = re.findall(r"v(\d+)\.(\d+)", said)[0]
    return int(major), int(minor)


@pytest.mark.skipif(not NVIM, reason="needs Neovim on the machine")
def test_settings_of_the_page_work(tmp_path: Path) -> None:
    newer, older, _ = re.findall(r"```lua\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "init.lua").write_text(newer if version() >= (0, 11) else older, encoding="utf-8")
    (tmp_path / "ask.lua").write_text(ASK, encoding="utf-8")
    (tmp_path / "duizhao.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [NVIM or "", "--headless", "-n", "-i", "NONE", "-u", "init.lua", "a.txt", "-S", "ask.lua"],
        cwd=tmp_path,
        env={**os.environ, "PATH": programs, "LANG": "C.UTF-8", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    found = api.check_source(api.Source(TEXT)).findings
    shown = json.loads(done.stdout)
    assert sorted(code for _, _, code in shown) == sorted(finding.code for finding in found)
    # Neovim counts bytes.
    blank = TEXT.splitlines()[2].encode().index(b"xx")
    assert [2, blank, "DZ301"] in shown
    fixed = api.fix_source(api.Source(TEXT), api.Checker()).after.text
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == fixed != TEXT

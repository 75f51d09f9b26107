"""Files on disk: formats by name and suffix, files written whole or not at all, TOML read with a message for people."""

from duizhao.files.format import Format, choose_format
from duizhao.files.place import folder_made, refuse_unwritable, without_empty_folders
from duizhao.files.suffix import refuse_suffix
from duizhao.files.toml_file import read_toml, toml_tables
from duizhao.files.toml_text import toml_text
from duizhao.files.whole_file import write_in_place, write_whole

__all__ = [
    "Format",
    "choose_format",
    "folder_made",
    "read_toml",
    "refuse_suffix",
    "refuse_unwritable",
    "toml_tables",
    "toml_text",
    "without_empty_folders",
    "write_in_place",
    "write_whole",
]

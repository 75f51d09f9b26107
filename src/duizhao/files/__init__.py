"""Files on disk: written whole or not at all, and TOML read with a message for people."""

from duizhao.files.toml_file import read_toml
from duizhao.files.whole_file import write_in_place, write_whole

__all__ = ["read_toml", "write_in_place", "write_whole"]

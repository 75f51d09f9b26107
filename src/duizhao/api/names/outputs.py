"""Files that are written: where they may go, the mark by which they are known again."""

from duizhao.api.output_file import (
    WrittenFile,
    file_identity,
    read_mark,
    refuse_inputs,
    write_baseline,
    write_original,
    write_output,
)
from duizhao.errors import Unwritable, UnwritablePlace
from duizhao.files import Format, refuse_suffix, refuse_unwritable, without_empty_folders
from duizhao.output_mark import OutputKind, OutputMark

"""Documents as they are read, places in them, and what cannot be read."""

from duizhao.api.batch import paths_in, read_each, survey
from duizhao.errors import DuizhaoError, MissingTool, UnknownName, UnreadableDocument
from duizhao.lint import Failure
from duizhao.read import (
    MAX_TEXT_BYTES,
    TEXT_FORMATS,
    PassedOver,
    read,
    read_bytes,
    read_bytes_with_package,
    read_stream,
    readable_suffixes,
    refuse_long,
    unpack,
)
from duizhao.text import Edit, Source, Span, place_in_words
from duizhao.text.digest import digest

"""Papers of a meeting: filled at their named places, or put together from data."""

from duizhao.api.paper_templates import PaperFile, fill_template, read_template
from duizhao.api.papers import PaperSetter
from duizhao.meeting_papers import (
    PLACES,
    FilledPaper,
    MeetingPaper,
    PaperFact,
    fill,
    meeting_papers,
)
from duizhao.typeset.paper import FormCell, FormRow, FormTable, PaperLine, WrittenPaper
from duizhao.typeset.paper.meeting_record import (
    AgendaPart,
    MeetingPerson,
    MeetingRecord,
    RecordedSpeech,
    attendance_paper,
    minutes_paper,
    register_paper,
)
from duizhao.typeset.paper.talk_sheet import TalkSheet, talk_sheets

"""Two versions of a text or of a folder, and findings that people have put aside."""

from duizhao.api.comparing_folders import compare_folders
from duizhao.api.put_aside import FindingKey, comparison_without_aside, finding_key, without_aside
from duizhao.api.text_places import FollowedPlace, alike_paragraphs, followed_places
from duizhao.api.versions import compare_versions
from duizhao.report.versions import (
    VERSION_FORMATS,
    FolderComparison,
    VersionComparison,
)
from duizhao.report.versions import (
    write as write_versions,
)
from duizhao.report.versions import (
    write_folder as write_folder_versions,
)
from duizhao.report.versions.html import compared_html

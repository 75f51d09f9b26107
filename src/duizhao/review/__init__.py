"""The reviewed copy: a Word file with comments at the exact characters and certain fixes as tracked changes."""

from duizhao.review.author import shown_author
from duizhao.review.earlier_review import original, reply_places, without_review
from duizhao.review.edited_package import NOT_EDITABLE, EditedPackage, edit_package
from duizhao.review.plain_docx import plain_docx
from duizhao.review.remark import label_in
from duizhao.review.reviewed_package import ReviewedPackage, review

__all__ = [
    "NOT_EDITABLE",
    "EditedPackage",
    "ReviewedPackage",
    "edit_package",
    "label_in",
    "original",
    "plain_docx",
    "reply_places",
    "review",
    "shown_author",
    "without_review",
]

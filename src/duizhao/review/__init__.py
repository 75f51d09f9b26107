"""The reviewed copy: a Word file with comments at the exact characters and certain fixes as tracked changes."""

from duizhao.review.earlier_review import original, without_review
from duizhao.review.plain_docx import plain_docx
from duizhao.review.reviewed_package import ReviewedPackage, review

__all__ = ["ReviewedPackage", "original", "plain_docx", "review", "without_review"]

"""The reviewed copy: a Word file with comments at the exact characters and certain fixes as tracked changes."""

from duizhao.review.ours import original, without_ours
from duizhao.review.plain import plain
from duizhao.review.reviewed import Reviewed, review

__all__ = ["Reviewed", "original", "plain", "review", "without_ours"]

"""Labels of the fields below a measure: 责任单位：后勤中心, 完成时限：5月20日."""

from __future__ import annotations

FIELD_LABEL = (
    "(?:(?:责任|牵头|配合|协助|协办|分管|包保|包抓|整改|完成|办结|落实|验收|督办)"
    "(?:领导|人|单位|科室|部门|处室|时限|期限|时间)|[时期]限"
    "|谁来?(?:办|做|负责|牵头|盯)|(?:几时|何时|啥时候?|[什甚]么时候)(?:能|要)?(?:[办做改]完|[办做改]好|完成))"
)
"""A part of patterns, without the colon behind it."""

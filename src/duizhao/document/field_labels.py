"""Labels of the fields below a measure: 责任单位：后勤中心, 完成时限：5月20日."""

from __future__ import annotations

FIELD_LABEL = (
    "(?:(?:责任|牵头|配合|协助|协办|分管|包保|包抓|整改|完成|办结|落实|验收|督办)"
    "(?:领导|人|单位|科室|部门|处室|时限|期限|时间)|[时期]限)"
)
"""A part of patterns, without the colon behind it."""

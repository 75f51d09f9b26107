"""duizhao 对照: reads self-examination statements and shows, at the exact character, what to ask."""

__version__ = "0.1.0"

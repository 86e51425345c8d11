"""Comparing: one voice counts once. From many Readings: copies, claims with origins, relations, stories."""

from sayso.comparing.compare import Tools, compare, too_large

__all__ = ["Tools", "compare", "too_large"]

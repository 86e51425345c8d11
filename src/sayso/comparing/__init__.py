"""Comparing: one voice counts once. From many Readings: copies, claims with origins, relations, stories."""

from sayso.comparing.compare import compare, too_large
from sayso.comparing.settling import Tools

__all__ = ["Tools", "compare", "too_large"]

"""Copies: which article's words come from which, with the passages that show it."""

from sayso.comparing.copies.lineage import find_copies

__all__ = ["find_copies"]

"""Copies: which article's words come from which, with the passages that show it."""

from sayso.comparing.copies.lineage import dated_by_copies, find_copies

__all__ = ["dated_by_copies", "find_copies"]

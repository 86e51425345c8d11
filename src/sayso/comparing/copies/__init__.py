"""Copies: which article's words come from which, with the passages that show it."""

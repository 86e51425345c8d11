"""Figures: what numbers an article asserts, of what, whose, and on whose word."""

from sayso.reading.figures.find import find_figures

__all__ = ["find_figures"]

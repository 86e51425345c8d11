"""Figures: what numbers an article asserts, of what, whose, and on whose word.

Two steps: `find_figures` reads the article's own words, `attribute_figures` completes what the statements tell.
"""

from sayso.reading.figures.attribute import attribute_figures
from sayso.reading.figures.find import find_figures

__all__ = ["attribute_figures", "find_figures"]

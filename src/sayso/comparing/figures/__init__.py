"""The algebra of figures: which two can be compared at all, and how they then stand to each other."""

from sayso.comparing.figures.counted import Counted, counted_of, numbers_in, owned
from sayso.comparing.figures.policy import Verdict, compare_figures

__all__ = ["Counted", "Verdict", "compare_figures", "counted_of", "numbers_in", "owned"]

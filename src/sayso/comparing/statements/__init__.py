"""The same statement in several articles, or twice in one: identical, excerpted, in another translation."""

from sayso.comparing.statements.policy import Likeness, compare_statements
from sayso.comparing.statements.said import Said, Told, said_of, told_by, voiced

__all__ = ["Likeness", "Said", "Told", "compare_statements", "said_of", "told_by", "voiced"]

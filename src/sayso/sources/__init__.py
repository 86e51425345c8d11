"""Sources: from files, folders, addresses and standard input to articles, with what on a page is no part of them.

rules = page_rules(packs.furniture)                  once
for outcome in read_inputs(targets, rules): …        an Article, or an InputError that names what and why
article_from_text(text, rules, Given(published=…))   the pure core: no input or output
"""

from sayso.sources.article import Given, article_from_text
from sayso.sources.inputs import SOURCES, read_inputs
from sayso.sources.rules import PageRules, page_rules

__all__ = ["SOURCES", "Given", "PageRules", "article_from_text", "page_rules", "read_inputs"]

"""The pages, one file each; PAGES lists their routes in the order in which addresses are matched."""

from sayso.desk.pages import article, articles, search, voice, voices

PAGES = (
    articles.router, article.router, voices.router, voice.router, search.router,
)  # fmt: skip

__all__ = ["PAGES"]

"""The pages, one file each; PAGES lists their routes in the order in which addresses are matched."""

from sayso.desk.pages import article, articles, brief, claim, data, review, search, stories, story, voice, voices

PAGES = (
    stories.router, story.router, claim.router, articles.router, article.router, voices.router, voice.router,
    search.router, review.router, brief.router, data.router,
)  # fmt: skip

__all__ = ["PAGES"]

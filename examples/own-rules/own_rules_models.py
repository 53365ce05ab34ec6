"""What the site's feed script expects of an article."""

from datetime import date, datetime

from pydantic import BaseModel, field_validator


class Article(BaseModel):
    """An article, as python-frontmatter reads it."""

    title: str
    date: datetime | date
    tags: list[str] = []
    draft: bool = False

    @field_validator("title")
    @classmethod
    def _is_no_question(cls, value: str) -> str:
        if value.endswith(("?", "؟", "？")):
            raise ValueError("the house asks no questions in titles")
        return value

"""image-key (IMG003): Hugo's own templates do not look at `image`.

## What it does

Reports an article with an `image` and without `images`.

Where a whole site does so, it is a habit: the site's own templates look at the key.

## Why it matters

Hugo's embedded templates for Open Graph, Twitter cards and schema.org read the list `images`, then
pictures beside the article, then those of the site's config: the card of the article has no
picture, or that of the site.

## Fix

Adds `images` with the same picture: unsafe, because templates may show both.

## Options

None.

## Source

Hugo 0.168, `_partials/_funcs/get-page-images.html`. Off by default: many themes read `image`.
"""

from newslint.rule import (
    Article,
    Example,
    Fix,
    InsertKey,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem."""
    field, own = article.get("image"), article.generator.image_key
    if (
        field is None
        or own is None
        or field.key.lower() != "image"
        or not field.text
        or field.empty
        or not field.text[-1].isalnum()
    ):
        return
    if any(other.key.lower() == own for other in article.fields):
        return
    if all(other.key_span != field.key_span for other in article.fields):
        return  # a key of `params`
    if article.inherits(own) is not False:
        return
    fix = Fix(
        f"Add {own}",
        (InsertKey(field, own, items=(field.text,)),),
        safe=False,
        why="templates may then print the picture twice",
    )
    what = f"{field.key} is not read by {article.generator.title}'s own templates"
    yield Problem(field.key_span, what, field.key, fix, advice=f"add a list `{own}`")


RULE = Rule(
    code="IMG003",
    name="image-key",
    severity="info",
    habit=True,
    precision=Precision("medium", note="not met on 33 unseen sites"),
    fields=("image",),
    needs=("image_key",),
    check=check,
    examples=(
        Example(
            note="With odd quotes and a comment",
            front="""\
title: Überschwemmung
image: '/img/über.jpg' # from the desk
weight: 1
""",
            found=(("3:1-3:6", "image is not read by Hugo's own templates; add a list `images`"),),
            front_after="""\
title: Überschwemmung
image: '/img/über.jpg' # from the desk
images: ['/img/über.jpg']
weight: 1
""",
            unsafe=True,
        ),
        Example(
            note="The list is there, or there is no picture",
            front="""\
title: 洪水
image: /img/a.jpg
images: [/img/b.jpg]
""",
        ),
        Example(
            note="An empty one",
            front="""\
title: Flood
image: ''
""",
        ),
    ),
)

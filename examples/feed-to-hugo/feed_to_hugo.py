"""An article for Hugo from every item of an RSS feed: python feed_to_hugo.py feed.xml content/news

No template and no quoting by hand: newslint.dump writes each value so that every parser reads it as
what the feed said, whatever that is. An article that is there already is left as it is.
"""

import hashlib
import sys
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import frontmatter

import newslint


def article(item: ElementTree.Element, source: str) -> frontmatter.Post:
    """The post of an item: a field that the feed does not have is none of the article either."""
    post = frontmatter.Post(item.findtext("description") or "")
    post["title"] = item.findtext("title") or "Untitled"
    post["link"] = item.findtext("link")
    post["source"] = source
    if published := item.findtext("pubDate"):
        post["date"] = parsedate_to_datetime(published)
    post["tags"] = [category.text for category in item.findall("category") if category.text]
    post.metadata = {key: value for key, value in post.metadata.items() if value}
    return post


def main(feed: str, folder: str) -> None:
    """Write the articles of a feed into a folder."""
    channel = ElementTree.parse(feed).getroot().find("channel")
    for item in channel.findall("item") if channel is not None else ():
        name = hashlib.sha256((item.findtext("guid") or item.findtext("link") or "").encode())
        path = Path(folder, f"{name.hexdigest()[:16]}.md")
        if not path.exists():
            newslint.dump(article(item, channel.findtext("title") or feed), path)


if __name__ == "__main__":
    main(*sys.argv[1:3])

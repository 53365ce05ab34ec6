"""Where the front matter of a text begins and ends, as the generator sees it."""

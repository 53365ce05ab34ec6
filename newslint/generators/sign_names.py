"""The generators, each with the names in a folder by which it may be known as a site.

Made by `python -m tests.generators.test_sign_names` of what the generators say: change these.
"""

# ruff: noqa
# fmt: off
from __future__ import annotations

SIGN_NAMES: dict[str, tuple[str, ...]] = {
    'astro': ('astro.config.cjs', 'astro.config.cts', 'astro.config.js', 'astro.config.mjs', 'astro.config.mts', 'astro.config.ts'),
    'docusaurus': ('docusaurus.config.cjs', 'docusaurus.config.cts', 'docusaurus.config.js', 'docusaurus.config.mjs', 'docusaurus.config.mts', 'docusaurus.config.ts'),
    'eleventy': ('.eleventy.cjs', '.eleventy.js', 'eleventy.config.cjs', 'eleventy.config.js', 'eleventy.config.mjs', 'eleventy.config.ts'),
    'generic': (),
    'hexo': ('_config.json', '_config.toml', '_config.yaml', '_config.yml', 'package.json', 'scaffolds'),
    'hugo': ('archetypes', 'config', 'config.json', 'config.toml', 'config.yaml', 'config.yml', 'content', 'hugo.json', 'hugo.toml', 'hugo.yaml', 'hugo.yml', 'layouts', 'themes'),
    'jekyll': ('Gemfile', '_config.json', '_config.toml', '_config.yaml', '_config.yml', '_data', '_drafts', '_includes', '_layouts', '_plugins', '_posts', '_sass', '_toc.yml'),
    'mkdocs': ('mkdocs.yaml', 'mkdocs.yml'),
    'obsidian': ('.obsidian',),
    'pelican': ('pelicanconf.py',),
    'quarto': ('_quarto.yaml', '_quarto.yml'),
    'quartz': ('quartz.config.js', 'quartz.config.ts', 'quartz.config.yaml'),
    'vitepress': ('.vitepress',),
    'zola': ('config.toml', 'content', 'templates', 'themes', 'zola.toml'),
}

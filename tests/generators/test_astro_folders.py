"""Where the articles of an Astro site lie, as its content config says."""

from pathlib import Path

import pytest

from newslint import check_paths

ARTICLE = "---\ntitle: A\npubDate: 2024-13-01\n---\nText.\n"


@pytest.mark.parametrize(
    ("config", "folder"),
    [
        ("const DIR = 'data';\nglob({ base: `./src/${DIR}/blog` })", "src/data/blog"),
        (
            'export const CONTENT: string = "vault"\nglob({ base: `${CONTENT}/notes` })',
            "vault/notes",
        ),
        ("const BLOG_PATH = './src/data/blog';\nglob({ base: BLOG_PATH })", "src/data/blog"),
        (
            "const A = 'src';\nconst B = 'yazı';\nglob({ base: `${A}/${B}`, pattern: '*' })",
            "src/yazı",
        ),
        ("const DIR = 'x';\nglob({ base: './src/data/blog' })", "src/data/blog"),
    ],
)
def test_a_folder_named_by_a_constant(config: str, folder: str, tmp_path: Path) -> None:
    for name, text in {
        "astro.config.mjs": "export default {}",
        "src/content.config.ts": config,
        f"{folder}/a.md": ARTICLE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [Path(one.path).name for one in check_paths(tmp_path)] == ["a.md"]


@pytest.mark.parametrize(
    "config",
    [
        "import { DIR } from './consts';\nglob({ base: `./${DIR}/blog` })",
        "const DIR = process.env.DIR ?? 'data';\nglob({ base: `./${DIR}/blog` })",
        "const DIR = '..';\nglob({ base: `${DIR}/blog` })",
        "glob({ base: DIR })",
    ],
)
def test_a_folder_that_is_not_known(config: str, tmp_path: Path) -> None:
    for name, text in {
        "astro.config.mjs": "export default {}",
        "src/content.config.ts": config,
        "data/blog/a.md": ARTICLE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert check_paths(tmp_path) == ()

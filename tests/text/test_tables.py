"""The tables as Python has them are those that people maintain.

`python -m tests.text.test_tables` writes them anew.
"""

from __future__ import annotations

from pathlib import Path
from pprint import pformat
from typing import Any

import pytest
import yaml

from newslint import data

FOLDER = Path(data.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
HEAD = '''"""The tables beside this file, for imports take less time than YAML. Made by
`python -m tests.text.test_tables`: change the YAML, not this.
"""

# ruff: noqa
# fmt: off
from __future__ import annotations

from typing import Any
'''


def _table(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_as_its_file_has_it(name: str) -> None:
    assert data.load(name) == _table(name), "run `python -m tests.text.test_tables`"
    assert data.load(name) is not data.load(name)


if __name__ == "__main__":
    made = [
        f"\n\ndef {name}() -> dict[str, Any]:\n"
        f"    return {pformat(_table(name), width=94, compact=True, sort_dicts=False)}\n"
        for name in NAMES
    ]
    (FOLDER / "tables.py").write_text(HEAD + "".join(made), encoding="utf-8")

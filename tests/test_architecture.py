"""The house rules that a machine can hold, each seen to fail where one is broken."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "studio").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE = 350
# The outermost edges, where a bug is told to the person instead of ending the program.
EDGES = ("studio/ui/bootstrap.py", "studio/ui/troubles.py", "studio/cli/main.py")
Rule = Callable[[ast.Module, str], Iterator[str]]

# One violation for each contract: its name, the planted file, what stands in it.
PLANTS = [
    ("The layers", "studio/core/planted_up.py", "def later():\n    import studio.services\n"),
    ("The layers", "studio/media/planted_sibling.py", "import studio.store\n"),
    (
        "The layers",
        "studio/services/planted_hint.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import studio.ui\n",
    ),
    ("Core is pure", "studio/core/planted_clock.py", "import time\n"),
    ("The window and the shell", "studio/ui/planted_shortcut.py", "import studio.media\n"),
    ("Store, providers, media and exchange", "studio/providers/planted_place.py", "import studio.paths\n"),
    ("Only the window knows Qt", "studio/services/planted_qt.py", "def draw():\n    from PySide6 import QtGui\n"),
    ("Only store knows the database", "studio/services/planted_sql.py", "import sqlite3\n"),
    ("Only media knows pixels", "studio/ui/planted_pixels.py", "import numpy\n"),
    ("Only exchange knows foreign formats", "studio/services/planted_format.py", "import screenplay_tools\n"),
    ("Only the shell knows the terminal", "studio/services/planted_colours.py", "import rich\n"),
    ("Only paths asks", "studio/config.py", "import platformdirs\n"),
]


def run_contracts(tree: Path) -> tuple[int, str]:
    """The exit code of lint-imports in `tree`, and its words."""
    command = (Path(sys.executable).with_name("lint-imports"), "--no-cache")
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    """The sources alone, in a place where they may be spoilt."""
    shutil.copytree(ROOT / "studio", tmp_path / "studio", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_import_contracts_hold(copied_tree: Path) -> None:
    code, words = run_contracts(copied_tree)
    assert code == 0, words


def test_each_contract_fails_where_it_is_broken(copied_tree: Path) -> None:
    for _, file, text in PLANTS:
        target = copied_tree / file
        target.write_text(text + (target.read_text(encoding="utf-8") if target.exists() else ""), encoding="utf-8")
    code, words = run_contracts(copied_tree)
    assert code != 0
    names = re.findall(r"^(.+?) (?:KEPT|BROKEN)", words, re.MULTILINE)
    assert [name for name in names if not any(name.startswith(start) for start, _, _ in PLANTS)] == []
    for name, file, _ in PLANTS:
        module = file.removesuffix(".py").replace("/", ".")
        assert re.search(rf"^{name}.* BROKEN", words, re.MULTILINE), name
        report = re.search(rf"^{name}[^\n]*\n-+\n(.*?)(?=^[^\n]+\n-{{5,}}\n|\Z)", words, re.MULTILINE | re.DOTALL)
        assert report is not None, words
        assert module in report.group(1), f"{name} does not see {module}"


def test_a_stray_module_at_the_root_is_noticed(copied_tree: Path) -> None:
    (copied_tree / "studio" / "helpers.py").write_text("")
    code, words = run_contracts(copied_tree)
    assert code != 0
    assert "studio.helpers" in words


def broad_handlers(tree: ast.Module, name: str) -> Iterator[str]:
    """Handlers of everything, except at an edge or where they clean up and raise again."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ExceptHandler) or name in EDGES:
            continue
        caught = ast.unparse(node.type) if node.type else "everything"
        if not re.search(r"\b(?:Base)?Exception\b|^everything$", caught):
            continue
        last = node.body[-1]
        if not (isinstance(last, ast.Raise) and last.exc is None):
            yield f"{name}:{node.lineno} catches {caught}"


def nested_loops(tree: ast.Module, name: str) -> Iterator[str]:
    """`.exec()` in a coroutine: it ends other tasks for good."""
    coroutines = [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef)]
    for call in (node for coroutine in coroutines for node in ast.walk(coroutine) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("exec", "exec_"):
            yield f"{name}:{call.lineno} {ast.unparse(call.func)}() in a coroutine"


def mocks(tree: ast.Module, name: str) -> Iterator[str]:
    """Mocks: replace at a seam instead."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            start = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            modules = [start + alias.name for alias in node.names]
            yield from (f"{name}:{node.lineno} {one}" for one in modules if "mock" in one.split("."))


def hidden_imports(tree: ast.Module, name: str) -> Iterator[str]:
    """Imports by a text, which no contract can see."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and re.search(r"\b(?:import_module|__import__)$", ast.unparse(node.func)):
            yield f"{name}:{node.lineno} {ast.unparse(node)}"


def effects_of_importing(tree: ast.Module, name: str) -> Iterator[str]:
    """Statements of a module that do something; Alembic runs its env.py for exactly that."""
    for node in tree.body:
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant) and not name.endswith("/env.py"):
            yield f"{name}:{node.lineno} {ast.unparse(node)[:40]} runs at import"


def module_state(tree: ast.Module, name: str) -> Iterator[str]:
    """State that lives with a module: `global`, mutable names that are no constants, constants that are changed."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"{name}:{node.lineno} global {', '.join(node.names)}"
    for node in tree.body:
        for target in _bound(node):
            if _is_mutable(node) and target.lstrip("_") != target.lstrip("_").upper() and target != "__all__":
                yield f"{name}:{node.lineno} {target} can be changed"
    constants = {target for node in tree.body for target in _bound(node)}
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inside = list(ast.walk(function))
            local = {one.id for one in inside if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
            local |= {one.arg for one in inside if isinstance(one, ast.arg)}
            for changed in {_changed(node) for node in inside} & (constants - local):
                yield f"{name}:{function.lineno} {function.name} changes {changed}"


def _bound(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _is_mutable(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in ("list", "dict", "set", "defaultdict", "deque", "bytearray", "Counter")
    return isinstance(value, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp))


def _changed(node: ast.AST) -> str | None:
    """The name whose object this node changes in place."""
    held: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in ("append", "extend", "insert", "update", "setdefault", "pop", "popitem", "clear", "add"):
            held = node.func.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, (ast.Store, ast.Del)):
        held = node.value
    return held.id if isinstance(held, ast.Name) else None


RULES: list[tuple[Rule, str]] = [
    (broad_handlers, "try:\n    pass\nexcept (OSError, Exception) as error:\n    print(error)\n"),
    (broad_handlers, "try:\n    pass\nexcept:\n    pass\n"),
    (nested_loops, "async def ask(dialog):\n    if dialog:\n        dialog.exec()\n"),
    (mocks, "from unittest import mock\n"),
    (mocks, "from unittest.mock import patch\n"),
    (hidden_imports, "import importlib\ndef later():\n    importlib.import_module('PySide6')\n"),
    (module_state, "def change():\n    global there\n    there = 1\n"),
    (module_state, "seen = []\n"),
    (module_state, "_cache: dict[str, int] = {}\n"),
    (effects_of_importing, "import logging\nlogging.basicConfig()\n"),
    (module_state, "SEEN = set()\ndef see(one):\n    SEEN.add(one)\n"),
    (module_state, "KNOWN = {}\ndef learn(one):\n    KNOWN[one] = 1\n"),
]


@pytest.mark.parametrize(("rule", "violation"), RULES)
def test_a_rule_sees_its_violation(rule: Rule, violation: str) -> None:
    assert list(rule(ast.parse(violation), "studio/planted.py"))


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _ in RULES))
def test_the_sources_keep_the_rule(rule: Rule) -> None:
    assert [broken for file in SOURCES for broken in rule(parsed(file), named(file))] == []


@pytest.mark.parametrize("rule", [nested_loops, mocks])
def test_the_tests_keep_the_rule(rule: Rule) -> None:
    assert [broken for file in TESTS for broken in rule(parsed(file), named(file))] == []


def test_no_file_holds_two_ideas() -> None:
    lengths = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES + TESTS}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        file for file in SOURCES if file.read_text(encoding="utf-8").strip() and not ast.get_docstring(parsed(file))
    ]
    assert [named(file) for file in silent] == []


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()

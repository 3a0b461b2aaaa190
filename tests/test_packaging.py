"""What goes out: the wheel, the pins, and a tree that names no machine of ours."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built here without an isolated environment and so without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_holds_the_program_and_its_resources(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    sources = {file.relative_to(ROOT).as_posix() for file in (ROOT / "studio").rglob("*.py")}
    assert sources <= names
    resources = {
        f"studio/_resources/{file.relative_to(ROOT / 'resources').as_posix()}"
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and "pictures" not in file.parts
    }
    assert "studio/_resources/models.toml" in resources
    assert resources <= names
    assert [name for name in names if "pictures/" in name or name.startswith(("tests/", "resources/"))] == []


def test_an_installed_wheel_finds_its_resources(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "from studio.paths import resources; print(resources())"
    done = subprocess.run((sys.executable, "-c", code), cwd=tmp_path, check=True, capture_output=True, text=True)
    assert Path(done.stdout.strip()) == tmp_path / "studio" / "_resources"


def test_the_command_that_is_installed_exists(wheel: zipfile.ZipFile) -> None:
    module, _, function = PROJECT["scripts"]["shotboard"].partition(":")
    candidates = (f"{module.replace('.', '/')}.py", f"{module.replace('.', '/')}/__init__.py")
    (file,) = [name for name in candidates if name in wheel.namelist()]
    tree = ast.parse(wheel.read(file))
    assert function in [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]


def test_every_dependency_is_used() -> None:
    """A dependency that no file imports is weight on the person's disk."""
    imported = {module for file in (ROOT / "studio").rglob("*.py") for module in _imports(file)}
    unused = [name for name in map(_bare, PROJECT["dependencies"]) if not _modules(name) & imported]
    assert unused == []


def test_every_import_is_a_dependency() -> None:
    """What only comes along with another package may leave with it."""
    named = set(map(_bare, PROJECT["dependencies"]))
    provided = {module for name in named for module in _modules(name)} | set(sys.stdlib_module_names) | {"studio"}
    # Parts of these packages are the dependency's own face: SQLAlchemy of SQLModel and Alembic, shiboken6 of PySide6.
    provided |= {"sqlalchemy", "shiboken6", "click"}
    imported = {(module, file.name) for file in (ROOT / "studio").rglob("*.py") for module in _imports(file)}
    assert sorted(one for one in imported if one[0] not in provided) == []


def test_every_version_is_pinned_and_no_address_stands_beside_it() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line)] == []
    pinned = {_bare(line) for line in lines}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    assert [name for name in map(_bare, wanted) if name not in pinned] == []


def test_what_is_installed_is_what_is_pinned() -> None:
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
    versions = {_bare(one.metadata["Name"]): one.version for one in distributions()}
    wrong = {name: versions[_bare(name)] for name, pin in pins.items() if versions.get(_bare(name), pin) != pin}
    assert wrong == {}


def test_the_tree_names_no_machine_and_no_registry() -> None:
    addresses = re.compile(r"/(?:work|root|home)/\w|pypi\.org|pythonhosted|index-url|find-links", re.IGNORECASE)
    kinds = {".py", ".toml", ".txt", ".md", ".fountain", ""}
    folders = [ROOT / name for name in ("studio", "resources", "tests", ".ci")]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file.suffix in kinds]
    files += [file for file in ROOT.iterdir() if file.is_file() and file.suffix in kinds]
    found = [
        file.relative_to(ROOT).as_posix()
        for file in files
        if file != Path(__file__).resolve() and addresses.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_readme_maps_the_folders_as_they_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    mapped = set(re.findall(r"^\| `([\w/]+)/` \|", text, re.MULTILINE))
    rooms = {f"studio/{file.parent.name}" for file in (ROOT / "studio").glob("*/__init__.py")}
    assert mapped == rooms | {"studio", "resources", "tests"}


def test_the_readme_links_to_files_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:studio|resources|tests)/[\w/.]+)`", text) + re.findall(r"\]\(([^):]+)\)", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def _bare(requirement: str) -> str:
    """The normal form of a requirement's name."""
    name = re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def _modules(name: str) -> set[str]:
    """The top-level modules that a distribution brings."""
    files = Distribution.from_name(name).files or []
    tops = {file.parts[0].removesuffix(".py") for file in files if file.suffix in (".py", ".so", ".pyd")}
    return {top for top in tops if top.isidentifier()}


def _imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.add(node.module.partition(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "find_spec":
            modules |= {one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return modules

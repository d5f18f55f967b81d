"""The pages of the API."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import cooperation
from cooperation import model
from pages.classes import MODULES, prose_of
from pages.words import page_of, table

_SOURCE = Path(cooperation.__file__).parent


PACKAGES = {
    "formats": "cooperation.formats",
    "frames": "cooperation.frames",
    "iati": "cooperation.iati",
    "iati-mapping": "cooperation.iati.mapping",
    "iati-frames": "cooperation.iati.frames",
    "rules": "cooperation.rules",
    "review": "cooperation.review",
    "report": "cooperation.report",
    "diagnostics": "cooperation.diagnostics",
    "errors": "cooperation.errors",
    "measures": "cooperation.measures",
    "layouts": "cooperation.layouts",
    "codelists": "cooperation.codelists",
    "examples": "cooperation.examples",
    "views": "cooperation.views",
    "testing": "cooperation.testing",
}


def api_pages() -> Iterator[tuple[str, str]]:
    """A page a public package; the model's modules have one each, since it is large."""
    yield "reference/api/cooperation.md", _root_page()
    for module, title in MODULES.items():
        names = [name for name in model.__all__ if home("cooperation.model", name) == f"cooperation.model.{module}"]
        yield (
            f"reference/api/model-{module.replace('_', '-')}.md",
            _module_page("cooperation.model", module, title, names),
        )
    left = {name for name in model.__all__ if home("cooperation.model", name).rpartition(".")[2] not in MODULES}
    if left:
        raise SystemExit(f"no page has {', '.join(sorted(left))}: name the module in MODULES")
    for short, package in present().items():
        yield f"reference/api/{short}.md", _package_page(package)
    yield "reference/api/index.md", _api_index()


def present() -> dict[str, str]:
    """The public packages that there are."""
    found = {}
    for short, package in PACKAGES.items():
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.origin is not None:
            found[short] = package
    return found


def home(package: str, name: str) -> str:
    """The module in which a public name is defined."""
    held = getattr(importlib.import_module(package), name)
    own = getattr(held, "__module__", None)
    if isinstance(own, str) and own.startswith(package) and (inspect.isclass(held) or inspect.isfunction(held)):
        return own
    return next((module for module, told in _constants(package).items() if name in told), package)


def meaning(package: str, name: str) -> str:
    """What is said of a public name: its docstring, or for a constant the text below it."""
    held = getattr(importlib.import_module(package), name)
    if inspect.isclass(held) or inspect.isroutine(held) or inspect.ismodule(held):
        return inspect.getdoc(held) or ""
    return next((told[name] for told in _constants(package).values() if name in told), "")


def _constants(package: str) -> dict[str, dict[str, str]]:
    """By module, the constants that have a text below them."""
    top = _SOURCE.joinpath(*package.split(".")[1:])
    if not top.is_dir():
        return {package: _told_in(top.with_suffix(".py"))}
    found = {}
    for file in sorted(top.rglob("*.py")):
        inside = file.relative_to(top).with_suffix("").parts
        found[".".join((package, *(name for name in inside if name != "__init__")))] = _told_in(file)
    return found


def _told_in(file: Path) -> dict[str, str]:
    body = ast.parse(file.read_text(encoding="utf-8")).body
    told = {}
    for statement, following in itertools.pairwise(body):
        if (
            isinstance(statement, (ast.Assign, ast.AnnAssign))
            and isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        ):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            if isinstance(target, ast.Name):
                told[target.id] = inspect.cleandoc(following.value.value)
    return told


def _directive(package: str, name: str) -> list[str]:
    held = getattr(importlib.import_module(package), name)
    if inspect.isclass(held):
        bases = ["   :show-inheritance:"] if issubclass(held, BaseException) else []
        return [f".. autoclass:: {package}.{name}", "   :members:", *bases, ""]
    if inspect.isroutine(held):
        return [f".. autofunction:: {package}.{name}", ""]
    text = meaning(package, name).split("\n")
    return [f".. py:data:: {package}.{name}", "", *(f"   {line}" for line in text), ""]


def _rst(package: str, names: Iterable[str]) -> list[str]:
    return ["```{eval-rst}", *(line for name in names for line in _directive(package, name)), "```", ""]


def _module_page(package: str, module: str, title: str, names: list[str]) -> str:
    text = inspect.getdoc(importlib.import_module(f"{package}.{module}")) or ""
    return page_of("the docstrings", [f"# {title}", "", prose_of(text), "", *_rst(package, names)])


def _package_page(package: str) -> str:
    held = importlib.import_module(package)
    text = inspect.getdoc(held) or ""
    return page_of("the docstrings", [f"# {package}", "", prose_of(text), "", *_rst(package, held.__all__)])


def _root_page() -> str:
    rows = []
    for name in cooperation.__all__:
        if name in PACKAGES and name not in present():
            continue
        if name in present() or name == "model":
            page = "index.md" if name == "model" else f"{name}.md"
            text = inspect.getdoc(importlib.import_module(f"cooperation.{name}")) or ""
            rows.append((f"[`{name}`]({page})", "package", _sentence(text)))
        else:
            package = home_package(name)
            rows.append((f"{{py:obj}}`{name} <{package}.{name}>`", f"`{package}`", _sentence(meaning(package, name))))
    return page_of(
        "the docstrings",
        [
            "# cooperation",
            "",
            "What most programs need stands at the top: `import cooperation as co`.",
            "Nothing is imported before it is asked for.",
            "",
            *table(("Name", "Lives in", "What it is"), rows),
        ],
    )


def home_package(name: str) -> str:
    """The public package that a name at the top comes from."""
    held = getattr(cooperation, name)
    for package in ("cooperation.model", *present().values()):
        public = importlib.import_module(package)
        if name in public.__all__ and getattr(public, name) is held:
            return package
    raise SystemExit(f"cooperation.{name} is public in no package")


def _sentence(docstring: str) -> str:
    text = " ".join(docstring.partition("\n\n")[0].split())
    return re.sub(r":\w+:`([^`]*)`", r"`\1`", text)


def _api_index() -> str:
    modules = [f"model-{module.replace('_', '-')}" for module in MODULES]
    return page_of(
        "the docstrings",
        [
            "# API",
            "",
            "Everything public, from the docstrings.",
            "The classes of the model all live in `cooperation.model`; their pages follow the rooms of a project.",
            "",
            "```{toctree}",
            ":maxdepth: 1",
            ":caption: Packages",
            "",
            "cooperation",
            *present(),
            "```",
            "",
            "```{toctree}",
            ":maxdepth: 1",
            ":caption: cooperation.model",
            "",
            *modules,
            "```",
        ],
    )

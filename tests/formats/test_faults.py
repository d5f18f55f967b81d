"""Every fault of a document is found in one run, each on its line, with the word that was meant."""

import json
from typing import Any

import pytest

from cooperation.diagnostics import FAULTS, Diagnostic, LoadError, Path
from cooperation.formats import loads, reads, yaml_text
from cooperation.formats.faults import Fault, diagnose, faults_in

GOOD = """\
cooperation: 1
language: en
organisations:
  - id: vaxjo
    name: City of Växjö
    kind: local-government
    country: SE
  - {id: jb-marks, name: JB Marks, kind: local-government, country: ZA}
project:
  id: energy-plan
  title: An energy plan
  stage: proposal
  period: 2019/2020
  series: {number: 2, length: 3}
  partners:
    - {organisation: vaxjo, role: coordinator}
    - {organisation: jb-marks, role: partner, quote: together with}
  tags:
    sdgs: [7, '16.10']
    sectors:
      - {code: '43030', share: 50}
  logframe:
    objectives:
      - id: clean-energy
        level: impact
        due: 2020-12
        statement: Less fossil energy
        indicators:
          - id: fossil-share
            statement: Share of fossil fuels
            baseline: {value: 120/400, date: 2018}
            targets:
              - {value: 90/400, date: 2025}
              - {value: 60/400, date: 2030}
  plan:
    activities:
      - id: visit
        title: A visit
        period: 2019-05/2019-09
        international: true
      - id: course
        title: A course
        contributes_to: [clean-energy]
    budget:
      lines:
        - {description: Travel, amount: 450000 SEK}
  stated_counts:
    - {count: 10, of: activities}
allowances:
  - {rule: LOG003, at: 'projects[0].logframe', reason: Agreed with the donor}
"""

# What is planted for what; the mark shows where the fault is to be reported.
HERE = "\u00ab"
NOT_AN_ID = "is not an id: 1 to 200 characters without spaces"
PLANTED = [
    ("cooperation: 1\n", f"cooperation: {HERE}7\n", "DOC010", "format version '7' is not known: this release reads 1"),
    ("cooperation: 1\n", "", "DOC004", "required key 'cooperation' is missing: write cooperation: 1"),
    ("language: en", f"{HERE}langauge: en", "DOC003", "unknown key 'langauge' (did you mean 'language'?)"),
    (
        "language: en",
        f"language: {HERE}EN",
        "DOC009",
        "language 'EN' is not a language's code: small letters, such as sv or pt-BR",
    ),
    (
        "    country: SE",
        f"    country: {HERE}Sweden",
        "DOC009",
        "country 'Sweden' is not a country's code: two capital letters, such as SE",
    ),
    ("id: jb-marks,", f"id: {HERE}vaxjo,", "DOC006", "two organisations have the id 'vaxjo'"),
    ("- id: vaxjo\n", f"- id: {HERE}v axjo\n", "DOC009", f"id 'v axjo' {NOT_AN_ID}"),
    ("  title: An energy plan\n", "", "DOC004", "required key 'title' is missing"),
    ("  stage: proposal", f"  stage: {HERE}propsal", "DOC008", "got 'propsal' (did you mean 'proposal'?)"),
    ("  stage: proposal", f"  {HERE}stagge: proposal", "DOC003", "unknown key 'stagge' (did you mean 'stage'?)"),
    ("  stage: proposal", f"  {HERE}qwxyz: proposal", "DOC003", "unknown key 'qwxyz'"),
    ("period: 2019/2020", f"period: {HERE}2021/2020", "TIM005", "period ends 2020 before it starts 2021"),
    ("period: 2019/2020", f"period: {HERE}two years", "DOC005", "got 'two years'"),
    ("number: 2, length: 3", f"number: 2, length: {HERE}three", "DOC005", "expected a whole number, got 'three'"),
    ("series: {number: 2", f"{HERE}series: {{number: 4", "DOC009", "number 4 of a series of 3"),
    ("role: coordinator", f"role: {HERE}chief", "DOC008", "expected one of coordinator, partner"),
    ("quote: together with", f"{HERE}quote: [together]", "DOC005", "expected a text, got a list"),
    ("sdgs: [7, '16.10']", f"sdgs: [7, {HERE}'16.99']", "ANA012", "SDG code '16.99' does not exist"),
    ("sdgs: [7, '16.10']", f"sdgs: {HERE}seven", "DOC005", "expected a list, got 'seven'"),
    ("share: 50", f"share: {HERE}150", "DOC009", "share 150 is not between 0 and 100 per cent"),
    ("code: '43030'", f"code: {HERE}' '", "DOC009", f"code ' ' {NOT_AN_ID}"),
    ("level: impact", f"level: {HERE}outcme", "DOC008", "got 'outcme' (did you mean 'outcome'?)"),
    ("        statement: Less fossil energy\n", "", "DOC004", "required key 'statement' is missing"),
    ("value: 120/400", f"value: {HERE}about forty", "TGT010", "got 'about forty'"),
    ("date: 2018", f"date: {HERE}2018-13", "DOC009", "month 13 is not between 1 and 12"),
    ("due: 2020-12", f"due: {HERE}2020-1-2", "DOC005", "got '2020-1-2'"),
    ("date: 2030", f"{HERE}dat: 2030", "DOC003", "unknown key 'dat' (did you mean 'date'?)"),
    ("      - id: course\n", f"      - id: {HERE}visit\n", "DOC006", "two activities have the id 'visit'"),
    ("international: true", f"international: {HERE}maybe", "DOC005", "expected true or false, got 'maybe'"),
    ("contributes_to: [clean-energy]", f"contributes_to: [{HERE}{{}}]", "DOC005", "expected a text, got an empty map"),
    ("450000 SEK", f"{HERE}450000", "MON010", "has no currency: write it as 450000 SEK"),
    ("450000 SEK", f"{HERE}450000 SEX", "DOC008", "'SEX' is not on the list Currency (did you mean 'SEK'?)"),
    ("count: 10", f"count: {HERE}mots", "DOC005", "got 'mots' (did you mean 'most'?)"),
    (
        "    - {count: 10, of: activities}",
        f"    - {HERE}ten activities",
        "DOC005",
        "expected a mapping with the keys of a",
    ),
    ("reason: Agreed with the donor", f"reason: {HERE}' '", "DOC009", "the allowance for LOG003 gives no reason"),
    ("rule: LOG003", f"{HERE}rul: LOG003", "DOC003", "unknown key 'rul' (did you mean 'rule'?)"),
    ("  stage: proposal\n", f"  stage: proposal\n  {HERE}stage: final\n", "DOC007", "the key 'stage' stands twice"),
]
# Where a key is missing, the fault is told at the part that lacks it.
WITHOUT_MARK = {
    "cooperation: 1\n": (1, 1),
    "  title: An energy plan\n": (9, 1),
    "        statement: Less fossil energy\n": (24, 9),
}


def found_in(text: str, carrier: str) -> tuple[Diagnostic, ...]:
    """What is said of a text that is refused."""
    with pytest.raises(LoadError) as caught:
        reads(text, carrier)
    return caught.value.diagnostics


def place_of(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def line_of(tree: Any, path: Path, *, key: bool) -> int:
    """The line of a path in the JSON of a tree, found by putting a sign where it leads."""
    marked = json.loads(json.dumps(tree))
    holder = marked
    for step in path[:-1]:
        holder = holder[step]
    last = path[-1]
    if key or isinstance(holder[last], (dict, list)):
        renamed = {("@@@" if k == last else k): v for k, v in holder.items()} if isinstance(holder, dict) else None
        if renamed is None:
            holder[last] = "@@@"
        else:
            holder.clear()
            holder.update(renamed)
    else:
        holder[last] = "@@@"
    text = json.dumps(marked, indent=2)
    return text.count("\n", 0, text.index("@@@")) + 1


class TestOneFault:
    """One planted fault is one fault found, at its place."""

    def test_nothing_planted(self) -> None:
        """The document in which the faults are planted has none."""
        assert loads(GOOD) == loads(json.dumps(yaml_text.parse(GOOD)[0]), "json")

    @pytest.mark.parametrize(("old", "new", "code", "message"), PLANTED)
    def test_in_yaml(self, old: str, new: str, code: str, message: str) -> None:
        """In YAML the line and the column are those of the value, or of the key where the key is at fault."""
        assert 1 == GOOD.count(old), "a fault is planted at one place"
        marked = GOOD.replace(old, new)
        text = marked.replace(HERE, "")
        expected = place_of(text, marked.index(HERE)) if HERE in new else WITHOUT_MARK[old]

        found = found_in(text, "yaml")
        missing = [d for d in found if d.code == "DOC004" and code == "DOC003"]  # a misspelt key is missing too
        (diagnostic,) = [d for d in found if d not in missing]

        assert (code, expected) == (diagnostic.code, (diagnostic.position.line, diagnostic.position.column))
        assert message in diagnostic.message

    @pytest.mark.parametrize(("old", "new", "code", "message"), PLANTED)
    @pytest.mark.parametrize("indent", [2, "\t"])
    def test_in_json(self, old: str, new: str, code: str, message: str, indent: int | str) -> None:
        """In JSON the line is that of the value or key, whether it is indented with spaces or with tabs."""
        tree = yaml_text.parse(GOOD.replace(old, new.replace(HERE, "")))[0]
        text = json.dumps(tree, indent=indent, ensure_ascii=False)
        if code == "DOC007":
            text = text.replace('"stage": "final"', '"stage": "proposal",\n"stage": "final"')

        (diagnostic,) = [d for d in found_in(text, "json") if d.code == code]

        assert message in diagnostic.message
        line = text.split("\n")[diagnostic.position.line - 1]
        if HERE in new and code != "DOC007":
            path = diagnostic.path if diagnostic.path[:2] != ("projects", 0) else ("project", *diagnostic.path[2:])
            where = existing(tree, path)
            assert line_of(tree, where, key=code == "DOC003") == diagnostic.position.line
            assert line[diagnostic.position.column - 1] in '"{['
        elif code == "DOC007":
            assert '"stage": "final"' in line

    @pytest.mark.parametrize(
        ("old", "new", "code", "message"),
        # The rest is told of a line, not of a part.
        [plant for plant in PLANTED if plant[2] != "DOC007" and "cooperation" not in plant[0]],
    )
    def test_in_json_lines(self, old: str, new: str, code: str, message: str) -> None:
        """In JSON Lines the line is that of the document, and the column that of the value or key."""
        tree = yaml_text.parse(GOOD.replace(old, new.replace(HERE, "")))[0]
        project = tree.pop("project")
        text = f"{json.dumps(tree)}\n\n{json.dumps({'cooperation': 1, 'project': project})}\n"

        (diagnostic,) = [d for d in found_in(text, "jsonl") if d.code == code]
        line = 3 if diagnostic.path[:1] == ("projects",) else 1

        assert line == diagnostic.position.line
        assert message in diagnostic.message


def existing(tree: Any, path: Path) -> Path:
    """As much of a path as the tree has."""
    for depth, step in enumerate(path):
        if not (isinstance(tree, dict) and step in tree) and not (isinstance(tree, list) and isinstance(step, int)):
            return path[:depth]
        tree = tree[step]
    return path


class TestManyFaults:
    """All faults of a document are found in one run."""

    def planted(self) -> tuple[str, list[tuple[int, int]]]:
        """A document with as many faults as can stand in it side by side, and where they are."""
        marked = GOOD
        for old, new, code, _ in PLANTED:
            if marked.count(old) == 1 and code in ("DOC003", "DOC005", "DOC008", "TGT010", "MON010"):
                marked = marked.replace(old, new)
        pieces = marked.split(HERE)
        text = "".join(pieces)
        offsets = [sum(map(len, pieces[: i + 1])) for i in range(len(pieces) - 1)]
        return text, [place_of(text, offset) for offset in offsets]

    def test_all_are_found(self) -> None:
        """Each of the planted faults is told, none is told twice, and they come in the order of the document."""
        text, expected = self.planted()
        found = found_in(text, "yaml")
        places = [(d.position.line, d.position.column) for d in found]

        assert 15 < len(expected)
        assert set(expected) <= set(places)
        assert {"DOC004"} >= {d.code for d, place in zip(found, places, strict=True) if place not in expected}
        assert sorted(places) == places
        assert len(set(found)) == len(found)

    def test_faults_beside_each_other(self) -> None:
        """A version, allowances, two projects' keys and a project of its own are looked at in one run."""
        text = """\
cooperation: 2
allowances: [{rule: A}]
projects: [{id: a}]
project: {id: b}
"""

        assert [
            "1:14: error DOC010 format version '2' is not known: this release reads 1",
            "2:14: error DOC004 required key 'reason' is missing",
            "3:12: error DOC004 required key 'title' is missing",
            "4:1: error DOC009 a document has project or projects, not both",
            "4:1: error DOC004 required key 'title' is missing",
        ] == [str(d) for d in found_in(text, "yaml")]

    def test_several_unknown_keys(self) -> None:
        """Each unknown key is a fault of its own."""
        found = found_in("cooperation: 1\nlangauge: en\nprojcets: []\nzzz: 1\n", "yaml")

        assert [
            "2:1: error DOC003 unknown key 'langauge' (did you mean 'language'?)",
            "3:1: error DOC003 unknown key 'projcets' (did you mean 'projects'?)",
            "4:1: error DOC003 unknown key 'zzz'",
        ] == [str(d) for d in found]


class TestDiagnoses:
    """From what was raised to what is said."""

    def test_every_fault_has_its_page(self) -> None:
        """A diagnostic carries the code, the weight and the remedy of its fault's page."""
        for name, page in FAULTS.items():
            said = diagnose(Fault(name=name, message="so it is", path=("a",)), None)

            assert (page.code, page.severity, page.fix) == (said.code, said.severity, said.help)

    def test_an_exception_of_somebody_elses(self) -> None:
        """Whatever a hook raises is told as a wrong value, with its message."""
        assert [Fault(name="wrong-value", message="no", path=("a",))] == list(faults_in(RuntimeError("no"), ("a",)))

    def test_a_missing_key_without_a_path(self) -> None:
        """A missing key is told of what lacks it."""
        assert [("missing-key", ("a",))] == [(f.name, f.path) for f in faults_in(KeyError("id"), ("a", "id"))]

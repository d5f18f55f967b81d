"""How often the wording rules are right on the labelled texts.

    uv run python tests/rules/wording/measure.py            prints the figures, and every text that is judged wrongly
    uv run python tests/rules/wording/measure.py --write    writes those of the present lists into figures.toml

A rule is asked of a document that is made around a text, so what is measured is the rule as it is asked, not its
lists.  Doubtful labels are left out, whatever a rule says of them.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from cooperation.formats import from_tree
from cooperation.formats.yaml_text import parse
from cooperation.model import Portfolio
from cooperation.rules import RULES, check
from cooperation.rules.words import LEXICONS, tokens

HERE = Path(__file__).parent
FIGURES = HERE / "figures.toml"
LANGUAGES = ("en", "sv")

# Which label each rule is to find, and of which kinds of text it is asked.
ASKED: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "TXT001": ("worded-as-activity", ("objective",), ("impact", "outcome", "output")),
    "TXT002": ("no-change", ("objective",), ("outcome",)),
    "TXT003": ("nobody-named", ("objective",), ("outcome",)),
    "TXT005": ("says-continuation", ("objective", "indicator", "assumption", "note"), ()),
    "TXT006": ("claims-win-win", ("objective", "indicator", "assumption", "note"), ()),
    "IND005": ("two-measures", ("indicator",), ()),
    "IND007": ("vague-undefined", ("indicator",), ()),
    "TGT014": ("change-word", ("objective",), ("impact", "outcome", "output")),
    "RSK005": ("negative-assumption", ("assumption",), ()),
    "PAR005": ("former-organisation", ("objective", "indicator", "assumption", "note"), ()),
}

Text = Mapping[str, Any]


@frozen(kw_only=True)
class Figure:
    """How often a rule was right in one language.

    Attributes:
        rule: Its code.
        language: The language.
        texts: How many texts it was asked of, without the doubtful ones.
        labelled: How many of them have the fault.
        found: In how many it found the fault.
        right: In how many of those it is.

    """

    rule: str
    language: str
    texts: int
    labelled: int
    found: int
    right: int


def sentences() -> list[dict[str, Any]]:
    """The labelled texts."""
    return list(parse((HERE / "sentences.yaml").read_text(encoding="utf-8"), "sentences.yaml")[0]["sentences"])


def asked_of(code: str, text: Text) -> bool:
    """Whether a rule is asked of a text, and the text is not doubtful."""
    label, kinds, levels = ASKED[code]
    wanted = text["kind"] in kinds and (text["kind"] != "objective" or not levels or text["level"] in levels)
    return wanted and label not in text.get("doubtful", ())


def finds(code: str, text: Text) -> bool:
    """Whether a rule finds its fault in a text."""
    if code == "PAR005":
        # Which bodies became one only a register can say; what can be measured is whether the words are found.
        return bool(LEXICONS[text["language"]].former.found(tokens(text["text"])))
    made = [rule for rule in RULES if rule.code == code]
    report = check(from_tree(Portfolio, _document(code, text)), stage="proposal", rules=made)
    return code in {finding.code for finding in report.findings}


def _document(code: str, text: Text) -> dict[str, Any]:
    words = text["text"]
    bodies = [{"id": f"partner-{i}", "name": name} for i, name in enumerate(text.get("partners", ("Q1", "Q2")))]
    objective: dict[str, Any] = {"id": "o", "level": text.get("level", "outcome"), "statement": "Q"}
    project: dict[str, Any] = {"id": "p", "title": "Q", "partners": [{"organisation": one["id"]} for one in bodies]}
    groups = [{"id": f"group-{i}", "name": name} for i, name in enumerate(text.get("target_groups", ("Q3",)))]
    project["framing"] = {"target_groups": groups}
    if code in ("TXT005", "TXT006"):
        project["framing"]["summary"] = words
    elif text["kind"] == "objective":
        objective |= {"statement": words, "indicators": [{"id": "i", "statement": "Q"}]}
    elif text["kind"] == "indicator":
        objective["indicators"] = [{"id": "i", "statement": words}]
    else:
        objective["assumptions"] = [{"statement": words}]
    project["logframe"] = {"objectives": [objective]}
    return {"cooperation": "1", "language": text["language"], "organisations": bodies, "projects": [project]}


def measured() -> Iterator[Figure]:
    """The figures of every rule in every language, with the lists there are."""
    texts = sentences()
    for code, (label, _, _) in ASKED.items():
        for language in LANGUAGES:
            asked = [text for text in texts if text["language"] == language and asked_of(code, text)]
            found = [text for text in asked if finds(code, text)]
            yield Figure(
                rule=code,
                language=language,
                texts=len(asked),
                labelled=sum(label in text["labels"] for text in asked),
                found=len(found),
                right=sum(label in text["labels"] for text in found),
            )


def recorded() -> dict[str, list[Figure]]:
    """The figures that are committed: ``before`` the texts were seen, and those of the lists there are, ``after``."""
    held = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    return {when: [Figure(**one) for one in figures] for when, figures in held.items()}


def written(figures: Mapping[str, list[Figure]]) -> str:
    """The figures as they are committed."""
    lines = ["# Written by measure.py beside this file; the pages of the rules show it."]
    for when, held in figures.items():
        lines += ["", f"{when} = ["]
        lines += [
            f'  {{rule = "{f.rule}", language = "{f.language}", texts = {f.texts}, labelled = {f.labelled}, '
            f"found = {f.found}, right = {f.right}}},"
            for f in held
        ]
        lines.append("]")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print or write the figures."""
    figures = list(measured())
    texts = sentences()
    for figure in figures:
        print(figure)  # noqa: T201  # a script that prints what it measures
        for text in texts:
            if text["language"] != figure.language or not asked_of(figure.rule, text):
                continue
            is_there = ASKED[figure.rule][0] in text["labels"]
            if finds(figure.rule, text) != is_there:
                print(f"   {'missed ' if is_there else 'wrongly'} {text['id']} {text['text']!r}")  # noqa: T201
    if "--write" in sys.argv:
        when = sys.argv[sys.argv.index("--write") + 1]
        held = recorded() if FIGURES.exists() else {}
        FIGURES.write_text(written({**held, when: figures}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Invented documents for measuring: projects of some 17 KB with all the awkward words, the same on every run."""

import json
import random
from typing import Any

WORDS = """
water school health district access training women youth farmers cooperative irrigation climate partner
service community teacher clinic market value green energy road bridge policy dialogue capacity municipal
council data monitoring nutrition sanitation forest växjö lärare kommun library pupil visit workshop
""".split()  # noqa: SIM905
GRADES = ("low", "medium", "very-high")
SCOPES = ("individual", "organisation", "society")


class Inventor:
    """Makes up documents from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self, least: int, most: int) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(least, most)))

    def text(self, least: int, most: int) -> Any:
        if self.random.random() > 0.05:
            return self.words(least, most)
        return {"sv": self.words(least, most), "en": self.words(least, most)}

    def date(self, first: int, last: int) -> str:
        year, form = self.random.randint(first, last), self.random.random()
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        if form < 0.7:
            return f"{year}-{month:02}-{day:02}"
        return f"{year}-{month:02}" if form < 0.85 else str(year)

    def period(self) -> Any:
        form, year = self.random.random(), self.random.randint(2018, 2022)
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        if form < 0.15:
            return f"{year}/{year + 2}"
        if form < 0.55:
            return f"{year}-{month:02}/{year + 2}-{month:02}"
        if form < 0.85:
            return f"{year}-{month:02}-{day:02}/{year + 1}-{month:02}-{day:02}"
        if form < 0.92:
            return self.random.choice(("P2Y", "P18M", "P1Y6M"))
        return {"length": "P1Y", "within": f"{year}/{year + 2}", "ground": self.words(3, 7)}

    def number(self) -> Any:
        return (
            self.random.choice((0, 2, 40, 120)) if self.random.random() < 0.6 else round(self.random.uniform(0, 99), 2)
        )

    def value(self) -> Any:
        form, whole = self.random.random(), self.random.randint(10, 80)
        if form < 0.85:
            return self.number()
        if form < 0.93:
            return f"{self.random.randint(0, whole)}/{whole}"
        return {"text": self.words(3, 8)} if form < 0.97 else "n/a"

    def money(self) -> Any:
        if self.random.random() < 0.85:
            return f"{self.random.randint(1, 900) * 500} {self.random.choice(('SEK', 'EUR', 'ZAR'))}"
        return {"amount": round(self.random.uniform(500, 90000), 2), "currency": "SEK", "on": self.date(2018, 2022)}

    def count(self, partners: list[str]) -> Any:
        form, number = self.random.random(), self.random.randint(5, 200)
        if form < 0.6:
            return number
        return f"~{number}" if form < 0.9 else {"parts": {partners[0]: number // 2, partners[1]: number - number // 2}}

    def observation(self, first: int, last: int) -> dict[str, Any]:
        made = {"value": self.value(), "date": self.date(first, last)}
        if self.random.random() < 0.05:
            del made["value"]
        return made | ({"comment": self.text(3, 8)} if self.random.random() < 0.5 else {})

    def indicator(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "statement": self.text(4, 9),
            "measure": self.random.choice(("unit", "percentage")),
            "unit": self.random.choice(("plan", "pupil", "household")),
            "direction": self.random.choice(("increase", "decrease")),
            "baseline": self.observation(2018, 2018),
            "targets": [self.observation(2020, 2024) for _ in range(2)],
            "actuals": [self.observation(2020, 2024) for _ in range(2)],
            "verification": [self.text(3, 7)],
        }

    def objective(self, level: str, number: int, above: str | None, partners: list[str]) -> dict[str, Any]:
        name = f"{level}-{number}"
        made = {
            "id": name,
            "level": level,
            "scope": self.random.choice(SCOPES),
            "statement": self.text(10, 22),
            "indicators": [self.indicator(f"{name}-i{i}") for i in range(self.random.randint(1, 2))],
            "assumptions": [
                {"statement": self.text(6, 12), "likelihood": "likely", "importance": self.random.choice(GRADES)}
                for _ in range(self.random.randint(0, 2))
            ],
        }
        if self.random.random() < 0.4:
            made["partner"] = self.random.choice(partners)
        return made | ({"contributes_to": [above]} if above else {})

    def document(self, number: int) -> dict[str, Any]:
        ids = [f"org-{number}-{i}" for i in range(self.random.randint(3, 6))]
        organisations = [
            {
                "id": name,
                "name": self.text(2, 5),
                "kind": "local-government",
                "country": self.random.choice(("SE", "NO")),
            }
            for name in ids
        ]
        organisations[-1]["owner"] = ids[0]
        objectives = [self.objective("impact", 1, None, ids)]
        objectives += [self.objective("outcome", i, "impact-1", ids) for i in range(1, 4)]
        objectives += [self.objective("output", i, f"outcome-{i % 3 + 1}", ids) for i in range(1, 6)]
        activities = [
            {
                "id": f"act-{i}",
                "title": self.text(4, 9),
                "kind": self.random.choice(("assessment", "training", "study-visit")),
                "partners": self.random.sample(ids, 2),
                "responsible": self.random.choice(ids),
                "period": self.period(),
                "costs": [{"amount": self.money()}],
                "participants": [{"count": self.count(ids)}],
                "contributes_to": [f"output-{i % 5 + 1}"],
            }
            for i in range(self.random.randint(9, 12))
        ]
        risks = [
            {"statement": self.text(8, 16), "likelihood": "possible", "consequence": "high", "answer": self.text(8, 16)}
            for _ in range(self.random.randint(2, 4))
        ]
        project = {
            "id": f"project-{number}",
            "title": self.text(5, 10),
            "period": self.period(),
            "partners": [
                {"organisation": name, "role": self.random.choice(("coordinator", "partner"))} for name in ids
            ],
            "framing": {"summary": self.text(40, 90)},
            "logframe": {"objectives": objectives, "risks": risks},
            "plan": {"activities": activities, "budget": {"total": self.money()}},
            "win_win": {
                "benefits": [
                    {
                        "partner": name,
                        "statement": self.text(8, 18),
                        "kind": self.random.choice(("knowledge", "plan-or-policy", "service")),
                        "scope": self.random.choice(SCOPES),
                        "status": self.random.choice(("planned", "claimed")),
                    }
                    for name in ids
                ]
            },
            "tags": {"sdgs": [str(goal) for goal in sorted(self.random.sample(range(1, 18), 2))]},
            "stated_counts": [{"count": self.count(ids), "of": "activities"}],
        }
        return {"cooperation": 1, "language": "en", "organisations": organisations, "projects": [project]}


def documents(number: int, seed: int = 20260101) -> list[bytes]:
    """So many documents, as compact JSON."""
    inventor = Inventor(seed)
    return [json.dumps(inventor.document(i), ensure_ascii=False, separators=(",", ":")).encode() for i in range(number)]

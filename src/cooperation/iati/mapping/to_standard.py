"""What becomes of each field of the model in the standard, as data for the list of losses and for the documentation.

A class that is reached only through fields that are not carried needs no entry of its own.
A test holds the table against the declarations.
"""

from cooperation import model
from cooperation.iati.mapping.fate import Fate, no, to

__all__ = ["TO_STANDARD"]

_QUOTE = no("the standard does not quote its sources")
_NOTE = no("the standard has no place for remarks here")
_ID = to("an attribute of the extension", "the standard has no ids of parts")
_REGISTER = "the standard tells of an organisation what is needed where it is mentioned"
_GAIN = "the standard does not say who gains what, who teaches whom and who brings what"
_PLAN = "the standard tells results and money, not the work"
_FRAMING = "the standard does not tell the analysis that a project rests on"
_PARTIAL = "only a day; a year or a month is none"
_OF_INDICATOR = "the standard does not tell this of an indicator"
_OF_VALUE = "the standard does not tell this of a value"
_ROLES = "only the four roles of the list OrganisationRole; coordinators and partners carry it out (4)"
_LINKS = "those with an address, a title, a media type and a category; a page of the project is text/html and A12"
_DOCUMENTS = "those with an address, a title, a media type and a category"
_WHOLE = "summed up for each time, or left out where no calendar year and no period is told"

TO_STANDARD: dict[type, dict[str, Fate]] = {
    model.Portfolio: {
        "organisations": to("where they are mentioned"),
        "partnerships": no("the standard has no partnerships"),
        "projects": to("iati-activity"),
        "language": to("iati-activity/@xml:lang"),
    },
    model.Project: {
        "id": _ID,
        "title": to("title"),
        "aliases": no("an activity has one title"),
        "codes": to(
            "iati-identifier, reporting-org, other-identifier", "those of a kind the list OtherIdentifierType has"
        ),
        "stage": to("activity-status", "what a document claims to be is read off the status"),
        "phase": no("the standard has no phases of a programme"),
        "status": to("activity-status", "proposed and approved are one, and none is for a rejected proposal"),
        "period": to("activity-date[@type='1' or @type='3']", _PARTIAL),
        "actual": to("activity-date[@type='2' or @type='4']", _PARTIAL),
        "series": no("the standard has no rows of projects"),
        "partnership": no("the standard has no partnerships"),
        "programme": no("the standard has no programmes but as activities"),
        "partners": to("participating-org", f"who is a core partner is not said, and {_ROLES}"),
        "involved": to("participating-org", _ROLES),
        "framing": to("description, recipient-country, location"),
        "logframe": to("result, conditions"),
        "plan": to("budget, transaction"),
        "win_win": no(_GAIN),
        "tags": to("sector, tag, policy-marker"),
        "relations": to("related-activity"),
        "continuations": no("none of the kinds of related-activity says that one project follows another"),
        "stated_counts": no("the standard counts nothing but money and indicators"),
        "open_lists": no("the standard does not say that a list is open"),
        "sources": to("document-link", _LINKS),
    },
    model.ProjectCode: {
        "code": to("iati-identifier, other-identifier/@ref", "one of a known kind, and one in IATI"),
        "kind": to("other-identifier/@type"),
        "given_by": to("reporting-org, owner-org"),
        "built_on": to(
            "reporting-org/@ref; other-identifier (B1) where it is not the present one",
            "told apart by the registers that are known",
        ),
    },
    model.Participation: {
        "organisation": to("participating-org"),
        "kind": to(
            "participating-org/@type", "the nearest of the list OrganisationType, and read back as an organisation's"
        ),
        "description": to("participating-org/narrative", "read back as the name of an organisation"),
        "role": to("participating-org/@role", _ROLES),
        "units": no("an organisation has no units in the standard"),
        "number": no("the standard does not say how many there are of a kind"),
        "period": no("the standard does not say for what time an organisation takes part"),
        "quote": _QUOTE,
    },
    model.Organisation: {
        "id": _ID,
        "name": to("narrative", "where it is mentioned"),
        "names": no("an organisation has one name in the standard"),
        "kind": to("@type", "the nearest of the list OrganisationType"),
        "country": no(_REGISTER),
        "owner": no(_REGISTER),
        "units": no("an organisation has no units in the standard"),
        "places": to("location", "where a measured value is about one"),
        "identifiers": to("@ref", "the first"),
        "former_identifiers": to("other-identifier (B1)", "of the organisation that reports"),
        "events": no("the standard does not tell the history of organisations"),
        "note": _NOTE,
    },
    model.Identifier: {"scheme": to("@ref"), "code": to("@ref")},
    model.Framing: {
        "summary": to("description[@type='1']"),
        "context": to("description[@type='4']"),
        "themes": no(_FRAMING),
        "relevance": no(_FRAMING),
        "problems": no(_FRAMING),
        "stakeholders": no(_FRAMING),
        "target_groups": to("description[@type='3']", "those that have a name"),
        "analyses": no(_FRAMING),
        "harms": no(_FRAMING),
        "places": to("recipient-country, recipient-region, location (others)"),
    },
    model.ContextNote: {
        "statement": to("description[@type='4']/narrative"),
        "place": no("a description is about the whole activity"),
        "partner": no("a description is about the whole activity"),
        "date": no("a description has no date"),
        "quote": _QUOTE,
    },
    model.TargetGroup: {
        "id": _ID,
        "name": to("description[@type='3']/narrative"),
        **dict.fromkeys(
            ("kind", "reach", "count", "genders", "age", "partners", "places", "degree"),
            no("the standard tells target groups in a description only"),
        ),
        "quote": _QUOTE,
    },
    model.Place: {
        "id": to("location/@ref", "not of a country or a region of several"),
        "name": to("location/name, recipient-country/narrative, recipient-region/narrative"),
        "kind": to("location-class", "a division (1), a town (2) or a structure (3)"),
        "country": to("recipient-country/@code, location/administrative"),
        "region": to("recipient-region/@code", "of a place of the kind region"),
        "share": to("recipient-country/@percentage, recipient-region/@percentage", "not of other places"),
        "coordinates": to("location/point"),
        "within": no("the standard does not say in which other place a place lies"),
        "note": to("location/description"),
    },
    model.Coordinates: {"latitude": to("point/pos"), "longitude": to("point/pos")},
    model.Logframe: {
        "objectives": to("result", "one without a measured indicator is no result: the schema demands an indicator"),
        "conditional": to("conditions/@attached"),
        "preconditions": to("conditions", "one without a kind is told only to be there: the schema demands a type"),
        "risks": no("the standard has no risks"),
    },
    model.Precondition: {
        "statement": to("condition/narrative", "where its kind is known, which the schema demands"),
        "kind": to("condition/@type"),
        "id": no("the standard has no ids of parts"),
        "status": no("the standard does not say whether a condition is met"),
        "owner": no("the standard does not say who sees to a condition"),
        "due": no("a condition has no date in the standard"),
    },
    model.Objective: {
        "id": _ID,
        "statement": to("result/title"),
        "level": to("result/@type", "an intermediate outcome is an outcome (2)"),
        "other_statements": no("a result has one title"),
        "description": to("result/description"),
        "label": no("the standard has its own words for levels"),
        **dict.fromkeys(("scope", "further_scopes"), no("the standard does not say where a change shows")),
        "partner": no("the standard does not say whose a result is"),
        "places": no("the places of a result are told of its values"),
        "target_groups": no("the standard does not say for whom a result is"),
        "modality": no("the standard does not say how sure an author is"),
        "contributes_to": no("results are not linked with one another in the standard"),
        "due": no("when a result is to be reached is told of its values"),
        "weight": no("results have no weights in the standard"),
        "risk_rating": no("results have no risks in the standard"),
        "continuing": no("the standard does not say whether a result is to last"),
        "values": no("the standard has no cross-cutting values of a result"),
        "indicators": to("indicator", "with a measure"),
        "assumptions": no("the standard has no assumptions"),
        "references": to("result/reference", "unless an indicator has one: the standard takes one level only"),
        "documents": to("result/document-link", _DOCUMENTS),
        "quote": _QUOTE,
        "note": _NOTE,
    },
    model.Indicator: {
        "id": _ID,
        "statement": to("indicator/title"),
        "definition": to("indicator/description"),
        "measure": to("indicator/@measure", "without one there is no indicator: the schema demands it"),
        "direction": to("indicator/@ascending", "more or less; not that it is to be maintained"),
        **dict.fromkeys(
            ("unit", "unit_kind", "tolerance", "over_time", "over_parts", "unique", "verification"),
            no(_OF_INDICATOR),
        ),
        **dict.fromkeys(("method", "frequency", "responsible"), no(_OF_INDICATOR)),
        "baseline": to("baseline", "where the year is known"),
        "milestones": to("period/target", "where the value and its time are known; read back as of the last period"),
        "targets": to("period/target", "where the value and its time are known; times are told as periods of days"),
        "actuals": to("period/actual", "where the value and its time are known; times are told as periods of days"),
        "dimensions": to("dimension", "as far as groups have values"),
        "documents": to("indicator/document-link", _DOCUMENTS),
        "references": to("indicator/reference", "of the vocabularies of the list IndicatorVocabulary"),
        "quote": _QUOTE,
        "note": _NOTE,
    },
    model.Observation: {
        "value": to(
            "@value, comment",
            "a number alone: not of what it is a share, nor that it is about right; an unknown one never, not as 0",
        ),
        "date": to(
            "baseline/@year, @iso-date; period-start, period-end", "told as a period of days, but for a baseline"
        ),
        "period": to("period-start, period-end", "told as days"),
        "place": to("location/@ref", "where the activity tells the place"),
        "parts": to("dimension", "those whose value is known"),
        **dict.fromkeys(("partner", "population", "unit"), no(_OF_VALUE)),
        "source": to("document-link", f"{_DOCUMENTS}; not that the value is known from it"),
        "documents": to("document-link", _DOCUMENTS),
        "comment": to("comment", "not of a qualitative value, which is told there itself"),
        "quote": _QUOTE,
    },
    model.Part: {
        "of": to("dimension"),
        "value": to("@value, comment", "a known one"),
        "comment": to("comment", "not of a qualitative value, which is told there itself"),
        "documents": to("document-link", _DOCUMENTS),
    },
    model.Dimension: {
        "name": to("dimension/@name"),
        "categories": to("dimension/@value", "those that have values"),
        **dict.fromkeys(("exhaustive", "disjoint"), no("the standard does not say how groups make up the whole")),
    },
    model.FrameworkReference: {
        "code": to("result/reference/@code"),
        "url": to("result/reference/@vocabulary-uri"),
        "title": no("a reference has no title in the standard"),
    },
    model.Relation: {
        "kind": to("related-activity/@type"),
        "code": to("related-activity/@ref"),
        "project": to("related-activity/@ref", "which project of the portfolio it is, its code tells"),
    },
    model.Category: {"dimension": to("dimension/@name"), "category": to("dimension/@value")},
    model.IndicatorReference: {
        "vocabulary": to("reference/@vocabulary", "of those the list IndicatorVocabulary has"),
        "code": to("reference/@code"),
        "url": to("reference/@indicator-uri"),
        "title": no("a reference has no title in the standard"),
    },
    model.Plan: {
        "budget": to("budget, transaction"),
        **dict.fromkeys(
            (
                "activities",
                "pilots",
                "teams",
                "participants",
                "methods",
                "dissemination",
                "anchoring",
                "sustainability",
            ),
            no(_PLAN),
        ),
        **dict.fromkeys(
            ("reports", "approval", "changes", "submitted"), no("the standard does not tell the paper work")
        ),
    },
    model.Budget: {
        "lines": to("budget, transaction[transaction-type/@code='4']", _WHOLE),
        "total": to("budget", "where no line tells a year and the project is at most a year long"),
        "funding": to("transaction", "what was promised or received on a known day"),
        "in_kind": no("the standard tells money only"),
        "rates": no("the standard has no rates of exchange"),
    },
    model.BudgetLine: {
        "id": no("the standard has no ids of parts"),
        "kind": no("the standard does not say for what kind of cost money is set aside"),
        "description": to("transaction/description", "of what was spent"),
        "partner": to("transaction/provider-org", "of what was spent"),
        "activity": no(_PLAN),
        "year": to("period-start, period-end; transaction-date", _WHOLE),
        "period": to("period-start, period-end", _WHOLE),
        "amount": to("budget/value", _WHOLE),
        "approved": to("budget[@status='2']/value", _WHOLE),
        "reported": to("transaction/value", "where the day is known"),
        "days": no("the standard does not count working days"),
    },
    model.Funding: {
        "source": to("provider-org"),
        "description": no("an organisation without a name is none in the standard"),
        "purpose": to("transaction/description"),
        "amount": to("transaction/value", "where the day is known"),
        "share": no("the standard tells amounts, not shares"),
        "status": to("transaction-type", "committed and received only"),
        "period": to("transaction-date", "one day only"),
    },
    model.Money: {
        "amount": to("value"),
        "currency": to("value/@currency"),
        "on": to("value/@value-date", "where no day is known, the first of the period or the day of the transaction"),
        "approximate": no("the standard does not say that an amount is about right"),
    },
    model.Tags: {
        "sdgs": to("tag", "goals and targets; an indicator is told as its target"),
        "sectors": to("sector"),
        "policy_markers": to("policy-marker", "where somebody scored it: no score is not the score 0"),
        "core_areas": no("the core areas of a programme are no list of the standard"),
        "values": no("the standard has no values that are asserted"),
    },
    model.SdgTag: {
        "code": to("tag/@code", "goals and targets; an indicator is told as its target"),
        "stated": to("tag/narrative"),
        "objectives": no("a tag is about the whole activity"),
        "quote": _QUOTE,
    },
    model.Sector: {
        "code": to("sector/@code"),
        "vocabulary": to("sector/@vocabulary"),
        "name": to("sector/narrative"),
        "url": to("sector/@vocabulary-uri"),
        "share": to("sector/@percentage"),
        "quote": _QUOTE,
    },
    model.PolicyMarker: {
        "marker": to("policy-marker/@code"),
        "significance": to("policy-marker/@significance"),
        "screened": no("the standard does not say whether somebody looked"),
        "why": to("policy-marker/narrative"),
    },
    model.Period: {
        "start": to("activity-date", _PARTIAL),
        "end": to("activity-date", _PARTIAL),
        "length": no("the standard has days and no lengths"),
        "within": no("the standard has days and no bounds"),
        "ground": no("the standard has days and no bounds"),
    },
    model.Source: {
        "id": no("the standard has no ids of parts"),
        "title": to("document-link/title"),
        "kind": to("document-link/@format", "a page, a film or a recording; all others are documents"),
        "url": to("document-link/@url"),
        "media_type": to("document-link/@format"),
        "categories": to("document-link/category"),
        "language": to("document-link/language"),
        "further_languages": to("document-link/language"),
        "published": to("document-link/document-date", _PARTIAL),
        "read": no("the standard does not say when somebody read a document"),
        "note": to("document-link/description"),
    },
}
"""What becomes of each field of the model in the standard."""

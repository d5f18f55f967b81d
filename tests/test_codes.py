"""One code, one meaning: structural faults, rules and the catalogue agree on what a code stands for."""

from cooperation.diagnostics import FAULTS, PROMISES, REFUSALS
from cooperation.rules import CATALOGUE, State, pages

CODES_OF = {entry.id: entry.codes for entry in CATALOGUE}


def test_what_a_constructor_refuses_has_the_code_of_its_catalogue_rule() -> None:
    """A fault that answers a rule of the catalogue bears that rule's code."""
    odd = [
        (page.code, one) for page in FAULTS.values() for one in page.catalogue if page.code not in CODES_OF.get(one, ())
    ]

    assert [] == odd


def test_a_code_that_loading_and_checking_share_is_one_rule() -> None:
    """Where reading refuses what a rule would find in a value that can be read, both answer the same rule."""
    rules = {page.code: page for page in pages()}
    shared = [page for page in FAULTS.values() if page.code in rules]

    assert [page.catalogue for page in shared] == [rules[page.code].catalogue for page in shared]


def test_every_refused_rule_of_the_catalogue_is_a_fault() -> None:
    """What the catalogue's table says is refused can be explained."""
    faults = {page.code for page in FAULTS.values()}
    refused = {code for entry in CATALOGUE if entry.state is State.REFUSED for code in entry.codes}

    assert set() == refused - faults


def test_what_no_document_can_show_is_promised() -> None:
    """It has a page, whose words say that no check finds it, and no rule and no fault has its code."""
    promised = {code: entry.id for entry in CATALOGUE if entry.state is State.PROMISED for code in entry.codes}
    others = {page.code for page in (*FAULTS.values(), *pages())}

    assert promised == {page.code: page.catalogue[0] for page in PROMISES.values()}
    assert set() == others & promised.keys()
    assert all("no check can find it" in page.title for page in PROMISES.values())


def test_what_the_measures_refuse_has_the_code_of_its_catalogue_rule() -> None:
    """Every rule of the catalogue that the measures keep has a page, and no other has one among the refusals."""
    kept = {(code, entry.id) for entry in CATALOGUE if entry.state is State.MEASURED for code in entry.codes}

    assert kept == {(page.code, one) for page in REFUSALS.values() for one in page.catalogue}
    assert set() == set(REFUSALS) & {page.code for page in (*pages(), *FAULTS.values())}

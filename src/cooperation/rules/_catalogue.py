"""Which rule of the catalogue has which code here, and how far each has come; codes are never used again."""

import enum

from attrs import frozen

__all__ = ["CATALOGUE", "Entry", "State"]


class State(enum.Enum):
    """How far a rule of the catalogue has come.

    A rule is asked; or a constructor already refuses what it looks for; or the measures answer it when they add up;
    or no document can show it and this library promises it.
    """

    ASKED = "asked"
    REFUSED = "refused"
    MEASURED = "measured"
    PROMISED = "promised"


@frozen
class Entry:
    """A rule of the catalogue.

    Attributes:
        id: Its id in the catalogue.
        codes: Its codes here; several where it was taken apart.
        state: How far it has come.
        note: What else is to be said.

    """

    id: str
    codes: tuple[str, ...]
    state: State
    note: str = ""


def _entry(id: str, codes: str, state: State = State.ASKED, note: str = "") -> Entry:  # noqa: A002
    return Entry(id, tuple(codes.split()), state, note)


CATALOGUE: tuple[Entry, ...] = (
    # Vertical logic
    _entry("V01", "LOG001 LOG015", note="LOG015 is its second sentence: no outcome at all"),
    _entry("V02", "LOG002"),
    _entry("V03", "LOG003"),
    _entry("V04", "LOG004 LOG016", note="LOG016 is the circle; any other id that leads nowhere is DOC022"),
    _entry("V05", "LOG005 LOG017", note="LOG017 is the step between equal ranks, which is no contradiction"),
    _entry("V06", "LOG006"),
    _entry("V07", "LOG007"),
    _entry("V08", "LOG008"),
    _entry("V09", "LOG009", note="eu-action-document"),
    _entry("V10", "LOG010", note="words of up to three letters stand in for a list of stop words"),
    _entry("V11", "LOG011"),
    _entry("V12", "LOG012"),
    _entry("V13", "LOG013"),
    _entry("V14", "LOG014", note="icld"),
    # Indicators
    _entry("I01", "IND001"),
    _entry("I02", "IND002", note="iati, eu, dfid and canada require what adb does not want"),
    _entry("I03", "IND003"),
    _entry("I04", "IND004"),
    _entry("I05", "IND005"),
    _entry("I06", "IND006"),
    _entry("I07", "IND007"),
    _entry("I08", "IND008"),
    _entry("I09", "IND009"),
    _entry("I10", "IND010"),
    _entry("I11", "IND011"),
    _entry("I12", "IND012"),
    _entry("I13", "IND013"),
    _entry("I14", "IND014"),
    _entry("I15", "IND015"),
    _entry("I16", "IND016", State.MEASURED, "a percentage without its whole is not rolled up"),
    _entry("I17", "IND017", State.MEASURED, "people of several groups are added only where they are unlike"),
    _entry("I18", "IND018", State.MEASURED, "unlike kinds of unit are not added"),
    _entry("I19", "IND019"),
    _entry("I20", "IND020"),
    # Baselines, milestones, targets
    _entry("T01", "TGT001"),
    _entry("T02", "TGT002"),
    _entry("T03", "TGT003"),
    _entry("T04", "TGT004", State.PROMISED, "in the model an unknown value is no value, and no export writes it as 0"),
    _entry("T05", "TGT005"),
    _entry("T06", "TGT006"),
    _entry("T07", "TGT007"),
    _entry("T08", "TGT008"),
    _entry("T09", "TGT009"),
    _entry("T10", "TGT010"),
    _entry("T11", "TIM005", State.REFUSED, "Period; the same code as A05, which says it of activities"),
    _entry("T12", "TGT012"),
    _entry("T13", "TGT013"),
    _entry("T14", "TGT014", note="an info and no warning, since it looks for words"),
    _entry("T15", "TGT015"),
    # Assumptions, preconditions, risks
    _entry("R01", "RSK001"),
    _entry("R02", "RSK002"),
    _entry("R03", "RSK003"),
    _entry("R04", "RSK004"),
    _entry("R05", "RSK005"),
    _entry("R06", "RSK006"),
    _entry("R07", "RSK007"),
    _entry("R08", "RSK008"),
    _entry("R09", "RSK009", note="dfid; of the two ukaid asks for the weight only"),
    _entry("R10", "RSK010", note="dfid; a rule of our own, since the guidance of 2011 could not be read"),
    # Activities, time, money
    _entry("A01", "TIM001"),
    _entry("A02", "TIM002"),
    _entry("A03", "ACT003"),
    _entry("A04", "ACT004 ACT014", note="ACT014 is the sum of the parts that is not the number"),
    _entry("A05", "TIM005", State.REFUSED, "Period"),
    _entry("A06", "TIM006"),
    _entry(
        "A07",
        "TIM007",
        note="asked by iati, whose activity is the project; else a missing start only keeps rules from judging",
    ),
    _entry("A08", "ACT008"),
    _entry("A09", "MON009"),
    _entry("A10", "MON010", State.REFUSED, "Money has a currency"),
    _entry("A11", "MON011"),
    _entry("A12", "MON012"),
    _entry("A13", "MON013", note="icld"),
    # Partners and organisations over time
    _entry("P01", "PAR001 ICL011", note="ICL011 is what it adds for icld: all in one country"),
    _entry("P02", "PAR002"),
    _entry("P03", "PAR003"),
    _entry("P04", "PAR004"),
    _entry("P05", "PAR005"),
    _entry("P06", "PAR006"),
    _entry("P07", "PAR007", note="icld"),
    # Mutual benefit
    _entry("M01", "WIN001", note="an error in icld"),
    _entry("M02", "WIN002 TXT006", note="TXT006 reads the text where no claim is recorded"),
    _entry("M03", "WIN003"),
    _entry("M04", "WIN004"),
    _entry("M05", "WIN005"),
    _entry("M06", "WIN006"),
    _entry("M07", "WIN007"),
    _entry("M08", "WIN008", note="icld"),
    # Analyses and what is cross-cutting
    _entry("X01", "ANA001", note="an error in icld for the problems"),
    _entry("X02", "ANA002"),
    _entry("X03", "ANA003"),
    _entry("X04", "ANA004", note="a rule of our own, since the minimum criteria could not be read"),
    _entry("X05", "ANA005"),
    _entry("X06", "ANA006"),
    _entry("X07", "ANA007", note="score 3 outside desertification is refused by PolicyMarker"),
    _entry("X08", "ANA008 TXT007", note="TXT007 reads the text where no value is recorded"),
    _entry("X09", "ANA009"),
    _entry("X10", "ANA010"),
    _entry("X11", "ANA011", note="a rule of our own, since the wording of the criterion could not be read"),
    _entry("X12", "ANA012", State.REFUSED, "SdgTag and IndicatorReference"),
    _entry("X13", "ANA013"),
    _entry("X14", "ANA014"),
    # Wording
    _entry("W01", "TXT001"),
    _entry("W02", "TXT002"),
    _entry("W03", "TXT003"),
    _entry("W04", "TXT004"),
    # Continuation and reporting
    _entry("K01", "CON001 TXT005", note="TXT005 reads the text where no series is recorded"),
    _entry("K02", "CON002 CON006", note="CON006 is the circle"),
    _entry("K03", "CON003", note="eu and eu-action-document"),
    _entry("K04", "CON004", note="asked from the first progress report on, whatever the profile"),
    _entry("K05", "CON005", note="asked where the approval lists the indicators as they were approved"),
    # Limits of the Swedish municipal partnership programme
    *(_entry(f"L{i:02}", f"ICL{i:03}", note="icld") for i in range(1, 11)),
)
"""Every rule of the catalogue, in its order."""

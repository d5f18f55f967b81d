"""XML that means harm, or that is only broken: refused soon, in little memory, and nothing of it is looked up."""

import gzip
import io
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from cooperation import iati
from cooperation.diagnostics import LoadError

HEAD = b'<iati-activities version="2.03">'
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))

REFUSED = {
    "doctype": ("IAT002", b"<!DOCTYPE iati-activities>" + HEAD + b"</iati-activities>"),
    "doctype behind a comment": ("IAT002", b"<!-- a --><?b?>\n<!DOCTYPE a>" + HEAD + b"</iati-activities>"),
    "doctype in UTF-16": ("IAT002", "\ufeff<!DOCTYPE iati-activities><iati-activities/>".encode("utf-16-le")),
    "entity bomb": ("IAT002", b'<!DOCTYPE a [<!ENTITY l0 "lol">' + LAUGHS + b"]>" + HEAD + b"&l9;</iati-activities>"),
    "external entity": ("IAT002", b'<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]>' + HEAD + b"&x;</iati-activities>"),
    "external subset": ("IAT002", b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd">' + HEAD + b"</iati-activities>"),
    "entity nobody declared": ("IAT001", HEAD + b"&x;</iati-activities>"),
    "deep": ("IAT002", HEAD + b"<a>" * 100_000),
    "deep in another namespace": ("IAT002", HEAD + b"<iati-activity>" + b"<x:a xmlns:x='u'>" * 100_000),
    "deep of our own": ("IAT002", HEAD + b"<iati-activity>" * 100_000),
    "long text": ("IAT002", HEAD + b"<iati-activity><iati-identifier>" + b"1" * 12_000_000 + b"</iati-identifier>"),
    "long attribute": ("IAT002", HEAD + b'<iati-activity hierarchy="' + b"1>" * 6_000_000 + b'"/></iati-activities>'),
    "many attributes": ("IAT002", HEAD + b"<a " + b" ".join(b'a%07d=""' % i for i in range(900_000)) + b"/>"),
    "long prolog": ("IAT002", b"<!-- a -->" * 1_700_000),
    "truncated": ("IAT001", HEAD + b"<iati-activity><iati-identifier>SE-1"),
    "truncated in a tag": ("IAT001", HEAD + b'<iati-activity hierarchy="1'),
    "nothing": ("IAT001", b""),
    "blank": ("IAT001", b" \n"),
    "not XML": ("IAT001", b"cooperation: 1\n"),
    "NUL": ("IAT001", HEAD + b"\x00</iati-activities>"),
    "two roots": ("IAT001", HEAD + b"</iati-activities>" + HEAD + b"</iati-activities>"),
    "wrong bytes": ("IAT001", HEAD + b"<iati-activity><iati-identifier>\xe9</iati-identifier></iati-activity>"),
    "wrong encoding": ("IAT001", b'<?xml version="1.0" encoding="UTF-16"?>' + HEAD + b"</iati-activities>"),
    "unknown encoding": ("IAT001", b'<?xml version="1.0" encoding="klingon"?>' + HEAD + b"</iati-activities>"),
    "prefix nobody declared": ("IAT001", HEAD + b"<x:a/></iati-activities>"),
    "broken gzip": ("IAT003", gzip.compress(HEAD)[:20] + b"no more of it"),
    "truncated gzip": ("IAT003", gzip.compress(HEAD + b"</iati-activities>")[:-12]),
    "another root": ("IAT004", b"<html/>"),
    "another namespace": ("IAT004", b'<iati-activities xmlns="urn:x" version="2.03"/>'),
    "no version": ("IAT005", b"<iati-activities/>"),
    "version 1": ("IAT005", b'<iati-activities version="1.05"/>'),
    "version of the future": ("IAT005", b'<iati-activities version="2.04"/>'),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused(case: str) -> None:
    """Each is refused with the code of its fault, whether it is read whole or as a stream."""
    code, data = REFUSED[case]

    for act in (iati.read, lambda source: list(iati.iter_activities(source))):
        with pytest.raises(LoadError) as caught:
            act(io.BytesIO(data))
        assert [code] == [fault.code for fault in caught.value.diagnostics]


@pytest.mark.parametrize("case", [case for case in REFUSED if REFUSED[case][0] != "IAT005"])
def test_it_is_judged(case: str) -> None:
    """The judge raises nothing and reports the fault."""
    code, data = REFUSED[case]

    assert code in {fault.code for fault in iati.judge(data)}


def test_nothing_is_looked_up(tmp_path: Path) -> None:
    """A file that is named from within is not read: neither by an inclusion nor by the place of a schema."""
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret/>")
    inside = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}"/>'
    file = iati.read(HEAD + inside.encode() + b"</iati-activities>")

    assert file.kept is not None
    assert inside == file.kept.nodes[0].xml


LENIENT = (b"<iati-activities/>", b'<iati-activities version="1.05"/>')


@pytest.mark.parametrize("data", LENIENT)
def test_any_version_is_read_on_request(data: bytes) -> None:
    """Files of other versions, and of none, are read as they are when one asks for it."""
    assert isinstance(iati.read(data, lenient=True), iati.Activities)


@pytest.mark.parametrize("version", ["2.01", "2.02", "2.03", " 2.03 "])
def test_every_version_of_2_is_read(version: str) -> None:
    """The versions of 2 are read through the same records."""
    assert isinstance(iati.read(f'<iati-activities version="{version}"/>'.encode()), iati.Activities)


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_is_what_the_file_says(encoding: str) -> None:
    """Letters arrive whatever encoding a file declares."""
    text = f"""<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><iati-activities version="2.03">
        <iati-activity><iati-identifier>V\u00e4xj\u00f6</iati-identifier></iati-activity></iati-activities>"""
    (activity,) = iati.iter_activities(text.encode(encoding))

    assert "V\u00e4xj\u00f6" == activity.iati_identifier


def test_a_packed_file_is_unpacked_within_a_bound() -> None:
    """A file packed with gzip is read, in several members too, and refused beyond the bound."""
    data = HEAD + b"<iati-activity/>" * 1000 + b"</iati-activities>"
    packed = gzip.compress(data[:500]) + gzip.compress(data[500:])

    assert 1000 == len(list(iati.iter_activities(packed)))
    with pytest.raises(LoadError, match="unpacks to more than 1,000 bytes"):
        iati.read(packed, most_unpacked=1000)


def test_a_part_is_only_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many activities may be as large as they like together; one, or anything between two, may not."""
    monkeypatch.setattr("cooperation.iati.source._LARGEST_PART", 200_000)
    activity = b"<iati-activity>" + b"<budget/>" * 2_000 + b"</iati-activity>"
    many, junk = HEAD + activity * 50 + b"</iati-activities>", HEAD + b"<x/>" * 100_000 + b"</iati-activities>"

    assert 50 == len(list(iati.iter_activities(many)))
    with pytest.raises(LoadError, match="a part of the file is larger than 0 MB"):
        iati.read(junk)


def test_a_file_packed_too_well_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to hundreds of times its size is refused long before the bound; what is small is not suspected."""
    packed = gzip.compress(HEAD + b"<iati-activity/>" * 30_000 + b"</iati-activities>")

    assert 30_000 == len(list(iati.iter_activities(packed)))
    monkeypatch.setattr("cooperation.iati.source._UNSUSPECTED", 100_000)
    with pytest.raises(LoadError, match="unpacks to more than 300 times its size"):
        iati.read(packed)


@pytest.mark.parametrize("part", range(1, 20))
def test_a_file_that_ends_early_is_refused(sample: Path, part: int) -> None:
    """Wherever it was cut, a file is refused as not being XML, and the judge tells so and raises nothing."""
    data = sample.read_bytes()
    data = data[: len(data.rstrip()) * part // 20]

    with pytest.raises(LoadError) as caught:
        iati.read(data)
    assert ["IAT001"] == [fault.code for fault in caught.value.diagnostics]
    assert "IAT001" == iati.judge(data)[-1].code


# What the file begins with, what comes again and again, and how many bytes of it there are.
ENDLESS = {
    "attribute": (b'<iati-activity hierarchy="', b"1" * 10_000, 200_000_000),
    "text": (b"<iati-activity><iati-identifier>", b"1" * 10_000, 200_000_000),
    "depth": (b"", b"<a>" * 1_000, 200_000_000),
    "attributes": (b"<iati-activity ", b' a="1"' * 1_000, 200_000_000),
    "comment": (b"<!-- ", b"1" * 10_000, 200_000_000),
    "activities": (b"", b"<iati-activity><title><narrative>a</narrative></title></iati-activity>" * 500, 20_000_000),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was held")
@pytest.mark.parametrize("what", ENDLESS)
def test_memory_and_time_are_bounded(what: str) -> None:
    """Of 200 MB of one thing no more is held than a little, and the answer comes soon."""
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from cooperation import iati
        from cooperation.diagnostics import LoadError

        class Endless:
            left = int(sys.argv[3])
            first = eval(sys.argv[1])
            more = eval(sys.argv[2])
            def read(self, size=-1):
                if self.first:
                    data, self.first = self.first, b""
                    return data
                self.left -= len(self.more)
                return self.more if self.left > 0 else b""

        try:
            for activity in iati.iter_activities(Endless()):
                pass
        except LoadError as error:
            print(error)
        status = Path("/proc/self/status").read_text()
        print(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    """)
    first, more, size = ENDLESS[what]
    done = subprocess.run(
        [sys.executable, "-c", program, repr(HEAD + first), repr(more), str(size)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    message, _, peak = done.stdout.rstrip().rpartition("\n")

    assert "error IAT00" in message
    assert int(peak) < 100_000  # kilobytes


BOMBS = {
    "text": (b"<iati-activity><iati-identifier>", b"1"),
    "activities": (b"", b"<iati-activity>" + b" " * 970 + b"</iati-activity>"),
    "prolog": (b"", b" "),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was held")
@pytest.mark.parametrize("what", BOMBS)
def test_a_packed_bomb_is_refused_in_bounded_memory(tmp_path: Path, what: str) -> None:
    """Half a gigabyte packed into a few hundred kilobytes is refused after a fraction of it, and little is held."""
    first, more = BOMBS[what]
    bomb = tmp_path / "bomb.xml.gz"
    with gzip.open(bomb, "wb", compresslevel=9) as file:
        file.write(first if what == "prolog" else HEAD + first)
        for _ in range(500):
            file.write(more * (1_000_000 // len(more)))
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from cooperation import iati
        from cooperation.diagnostics import LoadError

        try:
            for activity in iati.iter_activities(sys.argv[1]):
                pass
        except LoadError as error:
            print(error)
        status = Path("/proc/self/status").read_text()
        print(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, str(bomb)], capture_output=True, text=True, check=True, timeout=60
    )
    message, _, peak = done.stdout.rstrip().rpartition("\n")

    assert bomb.stat().st_size < 2_000_000
    assert "error IAT002" in message
    assert int(peak) < 100_000  # kilobytes

"""Files are written wholly or not at all."""

from pathlib import Path

import pytest

from cooperation.atomic import replacing


def test_the_new_file_stands_when_all_is_written(tmp_path: Path) -> None:
    """While it is written, the old one is read."""
    target = tmp_path / "a.bin"
    target.write_bytes(b"old")
    with replacing(target) as file:
        file.write(b"new")

        assert b"old" == target.read_bytes()

    assert b"new" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())


def test_any_error_leaves_the_old_file(tmp_path: Path) -> None:
    """An error of whoever writes is as good as one of the disk."""
    target = tmp_path / "a.bin"
    target.write_bytes(b"old")

    def write() -> None:
        with replacing(target) as file:
            file.write(b"half of the new")
            raise KeyError

    with pytest.raises(KeyError):
        write()

    assert b"old" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())

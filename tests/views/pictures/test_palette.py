"""The colours: text can be read on everything it stands on, and what says something can be seen, in light and dark."""

import itertools

import pytest

from cooperation.views.pictures.palette import DARK, LIGHT, Palette, contrast, palette_of

TEXT, SHAPE = 4.5, 3.0

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@both
def test_text_can_be_read(palette: Palette) -> None:
    """WCAG 1.4.3: ink stands on paper, on every box and on the heaviest cell; quiet text stands on paper."""
    grounds = [palette.paper, palette.heat, *(fill for _, fill in palette.fills)]

    assert all(contrast(palette.ink, ground) >= TEXT for ground in grounds)
    assert contrast(palette.quiet, palette.paper) >= TEXT


@both
def test_marks_can_be_seen(palette: Palette) -> None:
    """WCAG 1.4.11: marks and their outlines stand out from paper, and the letters on them can be read."""
    assert all(contrast(mark, palette.paper) >= TEXT for mark in palette.marks)
    assert contrast(palette.ink, palette.paper) >= SHAPE


@both
def test_heat_never_comes_closer_to_ink_than_its_ends(palette: Palette) -> None:
    """Between the lightest and the heaviest cell ink can be read as well."""
    ends = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (palette.paper, palette.heat)]
    steps = [[round(a + (b - a) * step / 24) for a, b in zip(*ends, strict=True)] for step in range(25)]

    assert all(contrast(palette.ink, "#{:02x}{:02x}{:02x}".format(*step)) >= TEXT for step in steps)


@both
def test_no_mark_is_another(palette: Palette) -> None:
    """A colour stands for one thing."""
    assert all(one != other for one, other in itertools.combinations(palette.marks, 2))


def test_both_fill_the_same_boxes() -> None:
    """Every kind of box has a colour on either paper."""
    assert [kind for kind, _ in LIGHT.fills] == [kind for kind, _ in DARK.fills]
    assert len(LIGHT.marks) == len(DARK.marks)


def test_contrast_is_that_of_the_standard() -> None:
    """Values that the tools of the standard give as well."""
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast("#123456", "#abcdef") == contrast("#abcdef", "#123456")


def test_there_are_two_themes() -> None:
    """Any other is refused by name."""
    with pytest.raises(ValueError, match="no theme 'sepia': there is 'light' and 'dark'"):
        palette_of("sepia")  # type: ignore[arg-type]

"""The mirrors are derived from the model: same fields, same defaults, closed against unknown keys."""

from typing import Any

import attrs
import msgspec
import pytest

from cooperation import model
from cooperation.diagnostics import Allowance
from cooperation.formats.mirror import Root, bare_type, mirror
from cooperation.formats.spelling import SPELLINGS
from cooperation.model import Participation, Period, Portfolio, Project
from cooperation.model.declare import OrganisationId

CLASSES = [cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls)]


class TestMirrors:
    """DESIGN.md: "for each model class a mirror Struct, derived, never written by hand, that refuses unknown keys"."""

    @pytest.mark.parametrize("cls", [*CLASSES, Allowance], ids=lambda cls: cls.__name__)
    def test_same_fields(self, cls: Any) -> None:
        """A mirror has the fields of its class, required where they are, with the same defaults."""
        fields = {field.name: field for field in msgspec.structs.fields(mirror(cls))}

        assert {a.name for a in attrs.fields(cls)} == set(fields)
        for attribute in attrs.fields(cls):
            field = fields[attribute.name]

            assert (attribute.default is attrs.NOTHING) == field.required
            assert attribute.default is attrs.NOTHING or attribute.default == field.default
        assert mirror(cls).__struct_config__.forbid_unknown_fields
        assert mirror(cls) is mirror(cls)

    @pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
    def test_what_would_break_them(self, cls: Any) -> None:
        """No class of the model has what a mirror bypasses: converters, aliases, fields without ``init``."""
        for attribute in attrs.fields(cls):
            assert attribute.init
            assert attribute.converter is None
            assert attribute.name == attribute.alias
            assert not isinstance(attribute.default, attrs.Factory)

    def test_the_root(self) -> None:
        """The root has the fields of a portfolio, and what stands beside it in a document."""
        names = set(Root.__struct_fields__)

        assert {a.name for a in attrs.fields(Portfolio)} | {"cooperation", "project", "allowances"} == names

    def test_unknown_keys(self) -> None:
        """An unknown key is refused at any depth."""
        for tree in ({"id": "a", "title": "A", "x": 1}, {"id": "a", "title": "A", "plan": {"x": 1}}):
            with pytest.raises(msgspec.ValidationError):
                msgspec.convert(tree, mirror(Project))

    def test_bare_types(self) -> None:
        """Marks and ``None`` are taken off, and nothing else is."""
        assert (str, Period, int) == (bare_type(OrganisationId | None), bare_type(Period | None), bare_type(int))
        assert all(tp == bare_type(tp) for tp in SPELLINGS)

    def test_an_organisation_is_an_id_or_itself(self) -> None:
        """Only where it takes part may an organisation be named."""
        assert "vaxjo" == msgspec.convert({"organisation": "vaxjo"}, mirror(Participation)).organisation
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"cooperation": 1, "organisations": ["vaxjo"]}, Root)

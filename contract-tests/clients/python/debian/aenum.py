"""What the generated enums take from aenum, of which Debian has no package. With PyPI at hand, install aenum instead."""

import enum

__all__ = ["Enum", "no_arg"]

no_arg = object()


class _NamesItself(enum.EnumMeta):
    """Lets the body of an enum name the enum, as aenum does: `def from_json(cls) -> AspectRatio`."""

    @classmethod
    def __prepare__(cls, name, bases, **options):
        names = super().__prepare__(name, bases, **options)
        dict.__setitem__(names, name, name)  # past the check that would make it a member
        return names

    def __new__(cls, name, bases, names, **options):
        dict.pop(names, name)
        return super().__new__(cls, name, bases, names, **options)


class Enum(enum.Enum, metaclass=_NamesItself):
    pass

"""Known faults: what went wrong, in words for the person, and a way out.

Everything that is not one of these is our bug and goes to the crash log.
"""

from __future__ import annotations


class KnownFault(Exception):
    """A fault we expected. `str()` is one sentence or two: what happened and what to do.

    `exit_code` is what a terminal command ends with (interfaces.md).
    """

    exit_code = 1


class RuleBroken(KnownFault):
    """A command that the field's rules do not allow, or a value that cannot be stored.

    `field` names the field it stands beside, where there is one.
    """

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.field = field


class Conflict(KnownFault):
    """The record has changed meanwhile; nothing was written."""


class InUse(RuleBroken):
    """A value that other records point at; it must be reassigned before it can go."""


class NotFound(KnownFault):
    """There is no such record."""


class FileFault(KnownFault):
    """A file that cannot be read or written, or does not hold what it should."""


class StorageFault(KnownFault):
    """The database could not do it: disk full, file locked, no permission."""

    exit_code = 1


class CannotOpen(StorageFault):
    """The database cannot be opened: in use, wrong key, newer than this program, damaged."""

    exit_code = 3


class FolderInUse(CannotOpen):
    """Another process holds what this one needs alone."""


class NewerDatabase(CannotOpen):
    """The database was written by a newer version of the program."""


class Damaged(CannotOpen):
    """The database file is damaged. `backup` names the newest good backup, where there is one."""

    def __init__(self, words: str, backup: str | None = None) -> None:
        super().__init__(words)
        self.backup = backup


class WrongKey(CannotOpen):
    """The key or password does not open this database."""


class Usage(KnownFault):
    """The command line was not understood."""

    exit_code = 2

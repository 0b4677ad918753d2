"""What newer Pythons have and 3.11 lacks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

if sys.version_info >= (3, 12):
    from typing import override
else:
    _Method = TypeVar("_Method", bound=Callable[..., Any])

    def override(method: _Method, /) -> _Method:
        """Mark a method as overriding one of a base class (PEP 698)."""
        return method


__all__ = ["override"]

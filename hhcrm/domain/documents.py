"""Frozen values as JSON knows them and back, and a file that tells whether it is whole."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def closed(document: Mapping[str, Any], header: str) -> bytes:
    """A document as a file that begins with `header` and tells whether it is whole."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return f"{header} {zlib.crc32(body):08x}\n".encode() + body


def opened(content: bytes, header: str) -> dict[str, Any]:
    """What `closed` was given. ValueError when the file is not of this form or not whole."""
    head, _, body = content.partition(b"\n")
    if head != f"{header} {zlib.crc32(body):08x}".encode():
        raise ValueError("not a whole file of ours")
    document = json.loads(body)
    if not isinstance(document, dict):
        raise ValueError("not a document")
    return document


def encode(value: Any) -> Any:
    """A read model as JSON knows it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: encode(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [encode(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(encode(each) for each in value)
    return value


def decode(kind: type[T], document: Any) -> T:
    """The read model of that class from what `encode` made of it. ValueError where it does not fit exactly."""
    decoded: T = _decoded(kind, document)
    return decoded


def _decoded(kind: Any, document: Any) -> Any:
    if is_dataclass(kind):
        return _model(kind, document)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal and document in inner:
        return document
    if origin in (UnionType, Union):  # that of a Literal with something else is the older one
        if document is None and NoneType in inner:
            return None
        several = [each for each in inner if each is not NoneType]
        fitting = several if len(several) == 1 else [each for each in several if _fits(each, document)]
        if len(fitting) == 1:
            return _decoded(fitting[0], document)
    if origin is frozenset and isinstance(document, list):
        return frozenset(_decoded(inner[0], each) for each in document)
    if origin is tuple and isinstance(document, list):
        kinds = inner if inner[-1] is not Ellipsis else inner[:1] * len(document)
        return tuple(_decoded(each_kind, each) for each_kind, each in zip(kinds, document, strict=True))
    if origin in (dict, Mapping) and isinstance(document, dict):
        return {_decoded(inner[0], key): _decoded(inner[1], each) for key, each in document.items()}
    if isinstance(kind, type) and issubclass(kind, tuple) and isinstance(document, list):
        kinds = tuple(_hints(kind).values())  # a named tuple
        return kind(*(_decoded(each_kind, each) for each_kind, each in zip(kinds, document, strict=True)))
    if isinstance(kind, type) and origin is None:
        if issubclass(kind, Enum):
            return kind(document)
        if issubclass(kind, date | time) and isinstance(document, str):
            return kind.fromisoformat(document)
        if type(document) is kind:
            return document
        if kind is float and type(document) is int:  # a database counts sums of whole numbers as such
            return float(document)
    raise ValueError(f"{type(document).__name__} is no {kind}")


def _fits(kind: Any, document: Any) -> bool:
    """Whether a document is of this one among several: a plain value by what it is, a model by its fields."""
    return _has_fields(kind, document) if is_dataclass(kind) else type(document) is kind


def _has_fields(kind: Any, document: Any) -> bool:
    return isinstance(document, dict) and list(document) == [field.name for field in fields(kind)]


def _model(kind: Any, document: Any) -> Any:
    names = [field.name for field in fields(kind)]
    if not _has_fields(kind, document):
        raise ValueError(f"not the fields of {kind.__name__}")
    hints = _hints(kind)
    return kind(**{name: _decoded(hints[name], document[name]) for name in names})


_known_hints: dict[Any, dict[str, Any]] = {}


def _hints(kind: Any) -> dict[str, Any]:
    """The types of a class's fields, looked up once: resolving them takes longer than decoding a row."""
    if kind not in _known_hints:
        _known_hints[kind] = get_type_hints(kind)
    return _known_hints[kind]

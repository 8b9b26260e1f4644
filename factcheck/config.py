"""Configuration files: the nearest one with our section wins, and every key must be known."""

from __future__ import annotations

import configparser
import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError
from factcheck.tables.settings import Setting, settings

Value = str | float | bool | list[str]
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The values that a file sets, by setting name, and the file; no path where none was found."""

    path: Path | None = None
    values: Mapping[str, Value] = field(default_factory=dict)


def find(start: Path) -> Configuration:
    """Return the configuration of the folder, or of the nearest folder above it that has one.

    UsageError names file and key where one is unknown or its value does not fit.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        for path, section in _sections(folder):
            return Configuration(path, _checked(path, section))
    return Configuration()


def load(path: Path) -> Configuration:
    """Return the configuration of one file; UsageError where it has no section of ours."""
    section = _read(path)
    if section is None:
        wanted = "[tool.factcheck]" if path.suffix == ".toml" else "[factcheck]"
        raise UsageError(f"{path}: has no section {wanted}")
    return Configuration(path, _checked(path, section))


def _sections(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for name in (".factcheck.cfg", "setup.cfg", "pyproject.toml"):
        path = folder / name
        if path.is_file():
            section = _read(path)
            if section is not None:
                yield path, section
            elif name == ".factcheck.cfg":
                raise UsageError(f"{path}: has no section [factcheck]")


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return _read_toml(text) if path.suffix == ".toml" else _read_ini(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, configparser.Error) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{path}: is not a configuration file: {reason}") from error


def _read_toml(text: str) -> Mapping[str, Any] | None:
    tool = tomllib.loads(text).get("tool", {})
    section = tool.get("factcheck") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _read_ini(text: str) -> Mapping[str, Any] | None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(text)
    return dict(parser["factcheck"]) if parser.has_section("factcheck") else None


def _checked(path: Path, section: Mapping[str, Any]) -> dict[str, Value]:
    values = {}
    for key, value in section.items():
        name = key.replace("_", "-").lower()
        if name not in settings():
            near = difflib.get_close_matches(name, settings(), n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(settings())}"
            raise UsageError(f"{path}: unknown setting {key!r}{hint}")
        try:
            values[name] = convert(settings()[name], value, path.parent)
        except ValueError as error:
            raise UsageError(f"{path}: {key} = {value!r}: {error}") from error
    return values


def convert(setting: Setting, value: Any, folder: Path) -> Value:
    """Return the value in the setting's type; ValueError says what would fit.

    Paths are resolved against `folder`. Dates stay ISO strings.
    """
    if setting.multiple:
        parts = value if isinstance(value, list) else str(value).replace(",", "\n").splitlines()
        return [str(folder / part.strip()) for part in map(str, parts) if part.strip()]
    return _CONVERTERS[setting.kind](setting, value, folder)


def _choice(setting: Setting, value: Any, folder: Path) -> Value:
    if str(value) not in setting.choices:
        raise ValueError(f"must be one of {', '.join(setting.choices)}")
    return str(value)


def _number(setting: Setting, value: Any, folder: Path) -> Value:
    message = f"must be a number from {setting.low:g} to {setting.high:g}"
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise ValueError(message) from error
    if isinstance(value, bool) or not setting.low <= number <= setting.high:
        raise ValueError(message)
    return number


def _flag(setting: Setting, value: Any, folder: Path) -> Value:
    word = str(value).lower()
    if word not in _TRUE + _FALSE:
        raise ValueError("must be true or false")
    return word in _TRUE


def _date(setting: Setting, value: Any, folder: Path) -> Value:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise ValueError("must be a date, as YYYY-MM-DD") from error


def _file(setting: Setting, value: Any, folder: Path) -> Value:
    return str(folder / str(value))


def _model(setting: Setting, value: Any, folder: Path) -> Value:
    """A text that names an existing folder beside the file means that folder."""
    beside = folder / str(value)
    return str(beside) if str(value) and beside.is_dir() else str(value)


_CONVERTERS = {
    "choice": _choice,
    "number": _number,
    "flag": _flag,
    "date": _date,
    "file": _file,
    "text": _model,
}

"""Records written as YAML, in the form in which they are read."""

from __future__ import annotations

from typing import Any


def to_yaml(data: Any) -> str:
    """YAML text of plain data: keys in their order, what is empty left out, lines kept short."""
    import yaml

    text: str = yaml.safe_dump(_filled(data), allow_unicode=True, sort_keys=False, width=100)
    return text


def _filled(data: Any) -> Any:
    if isinstance(data, dict):
        # That nobody is named is an answer, and a required field: it stays as [].
        return {
            key: _filled(value)
            for key, value in data.items()
            if value not in (None, (), {}) or key == "attributed_to"
        }
    if isinstance(data, list | tuple):
        return [_filled(item) for item in data]
    return data

"""HTML that is safe by construction: what is not already markup is escaped."""

from __future__ import annotations

from factcheck.report.escape import for_html

VOID = frozenset({"br", "input", "meta", "wbr"})


class Html(str):
    """Text that is markup already; only this module makes it from other text."""

    __slots__ = ()


def element(name: str, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """Return an element; children that are no Html are escaped, None ones left out.

    Attribute names lose a trailing underscore (`class_`), others become hyphens; an attribute
    that is None or False is left out, one that is True has no value.
    """
    inner = "" if name in VOID else f"{join(*children)}</{name}>"
    return Html(f"<{name}{''.join(_attribute(*item) for item in attributes.items())}>{inner}")


def join(*parts: str | None) -> Html:
    """Return the parts one after the other, escaped unless they are Html."""
    return Html(
        "".join(part if isinstance(part, Html) else for_html(part) for part in parts if part)
    )


def breakable(path: str) -> Html:
    """Return a path that a narrow page breaks behind a slash, and copies as it is."""
    head, *rest = path.split("/")
    return join(head, *(part for name in rest for part in ("/", element("wbr"), name)))


def _attribute(name: str, value: str | int | bool | None) -> str:
    key = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {key}" if value is True else f' {key}="{for_html(str(value))}"'

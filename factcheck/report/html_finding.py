"""One finding on the page: both quotes side by side, the drawing, the split and the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import NumericClaim, Role, Verdict
from factcheck.report import axis_svg
from factcheck.report.markup import Html, breakable, element, join
from factcheck.report.names import level_name, sides_of
from factcheck.report.sentence import Piece
from factcheck.report.sides import FindingView, Side
from factcheck.report.view import said_by
from factcheck.report.wording import caption, row_name, symbol
from factcheck.tables.catalogue import Catalogue
from factcheck.vocab import amounts

CLAUSE = 40  # characters; a longer quote that differs as a whole is underlined, not coloured
_CAMPS = {Role.AGREES_WITH_PRIMARY: 0, Role.AGREES_WITH_COUNTERPART: 1, Role.COUNTERPART: 1}


def finding_section(shown: FindingView, number: int, words: Catalogue) -> Html:
    """Return the finding's section; its heading is the target of the marks in the articles."""
    finding = shown.finding
    return element(
        "article",
        _heading(shown, number, words),
        element("p", shown.message, class_="message"),
        _pair(shown, number, words),
        _drawing(shown.numbers, words),
        _parts(shown, number, words),
        _split(shown, number, words),
        _timeline(shown, number, words),
        _evidence(shown, words),
        class_=f"finding {finding.verdict}",
        id=f"finding-{number}",
        aria_labelledby=f"heading-{number}",
        tabindex="-1",
    )


def sentence(pieces: Sequence[Piece], words: Catalogue, language: str) -> Html:
    """Return a sentence in quotation marks, the quote strong, its differing words marked."""
    opening, closing = words.text("quotation_marks").split()
    quoted = [piece for piece in pieces if piece.quoted]
    whole = len(quoted) == 1 and quoted[0].differs and len(quoted[0].text) > CLAUSE
    runs = [_run(piece, whole) for piece in pieces]
    return element("q", opening, *runs, closing, lang=language)


def _run(piece: Piece, whole: bool) -> Html:
    if piece.differs:
        return element("mark", piece.text, class_="whole" if whole else None)
    return element("b", piece.text) if piece.quoted else join(piece.text)


def _heading(shown: FindingView, number: int, words: Catalogue) -> Html:
    finding = shown.finding
    return element(
        "h3",
        element("span", f"{number}", class_="number"),
        element("span", symbol(finding.verdict), class_="symbol", aria_hidden="true"),
        element("span", words.text(f"verdict_{finding.verdict}"), class_="verdict"),
        element(
            "span",
            f"{finding.rule} {finding.name} · {words.text('label_confidence')} "
            f"{words.share(finding.confidence)}",
            class_="rule",
        ),
        id=f"heading-{number}",
    )


def _pair(shown: FindingView, number: int, words: Catalogue) -> Html:
    """Return both claims side by side; where one sentence holds all of them, that once."""
    if shown.together:
        return element("div", _side(shown.together, 0, number, words, named=False))
    sides = (_side(side, position, number, words) for position, side in enumerate(shown.pair))
    return element("div", *sides, class_="pair")


def _side(side: Side, position: int, number: int, words: Catalogue, *, named: bool = True) -> Html:
    letter = element("span", row_name(side, position, words), class_="letter") if named else None
    return element(
        "section",
        element(
            "h4",
            letter,
            f"{' ' if named else ''}{said_by(side.document, words)}",
        ),
        element("p", side.title, class_="title", lang=side.document.language)
        if side.title
        else None,
        element("blockquote", element("p", sentence(side.pieces, words, side.document.language))),
        _link(side, position, number),
        class_=f"side side-{position}",
    )


def _link(side: Side, position: int, number: int) -> Html:
    return element("a", breakable(side.place), href=f"#mark-{number}-{position}", class_="place")


def _drawing(sides: Sequence[Side], words: Catalogue) -> Html | None:
    if not sides:
        return None
    quantities = [side.claim.quantity for side in sides if isinstance(side.claim, NumericClaim)]
    names = [row_name(side, position, words) for position, side in enumerate(sides)]
    rows = "; ".join(
        f"{name}: {amounts.label(quantity, words.language)}"
        for name, quantity in zip(names, quantities, strict=True)
    )
    title = words.text("axis_description", rows=rows)
    below = caption(quantities, words)
    return element(
        "figure",
        axis_svg.draw(names, quantities, words.language, title),
        element("figcaption", below) if below else None,
    )


def _parts(shown: FindingView, number: int, words: Catalogue) -> Html | None:
    if not shown.parts or shown.together:
        return None
    rows = [_member(side, shown, number, words) for side in shown.parts]
    return element(
        "section", element("h4", words.text("label_parts")), element("ul", *rows), class_="parts"
    )


def _split(shown: FindingView, number: int, words: Catalogue) -> Html | None:
    """Return who stands with A and who with B, counted in articles; open where there are more."""
    if not shown.group:
        return None
    camps: list[list[Side]] = [[shown.pair[0]], [shown.pair[1]]]
    for side in shown.group:
        camps[_CAMPS[side.role]].append(side)
    counted = shown.finding.camps
    articles = [len({side.document.id for side in camp}) for camp in camps]
    if counted is not None:  # copies of one text count once
        articles = [counted.primary, counted.counterpart]
    columns = [
        element(
            "div",
            element("h5", "AB"[position]),
            element("ul", *(_member(side, shown, number, words) for side in camp)),
            class_=f"side-{position}",
        )
        for position, camp in enumerate(camps)
    ]
    title = f"{words.text('label_split')} ({articles[0]} : {articles[1]})"
    return element(
        "details",
        element("summary", title),
        element("div", *columns, class_="camps"),
        class_="split",
        open=sum(articles) > 2,
    )


def _timeline(shown: FindingView, number: int, words: Catalogue) -> Html | None:
    """Return the claims in the order of publication, where there is more than one date."""
    dated = [side for side in shown.sides if side.document.published is not None]
    days = {side.document.published for side in dated}
    if len(days) < 2 or shown.parts:
        return None
    dated.sort(key=lambda side: side.order)
    rows = [
        element(
            "li",
            element("time", words.day(day), datetime=day.isoformat()),
            element("span", side.source, class_="source"),
            element("a", side.quote, href=_target(side, shown, number)),
            class_=f"side-{_camp(side)}",
        )
        for side in dated
        if (day := side.document.published)
    ]
    return element(
        "details",
        element("summary", words.text("label_timeline")),
        element("ol", *rows),
        class_="timeline",
        open=shown.finding.verdict is Verdict.UPDATE,
    )


def _member(side: Side, shown: FindingView, number: int, words: Catalogue) -> Html:
    return element(
        "li",
        element("b", said_by(side.document, words)),
        " ",
        element("q", side.quote, lang=side.document.language),
        " ",
        element("a", breakable(side.place), href=_target(side, shown, number), class_="place"),
    )


def _target(side: Side, shown: FindingView, number: int) -> str:
    return f"#mark-{number}-{shown.sides.index(side)}"


def _camp(side: Side) -> int:
    return 0 if side.role in (Role.PRIMARY, Role.AGREES_WITH_PRIMARY) else 1


def _evidence(shown: FindingView, words: Catalogue) -> Html | None:
    rows = [
        element(
            "tr",
            element("th", words.name("aspect", item.aspect), scope="row"),
            element("td", sides_of(item, words)),
            element("td", level_name(item, words)),
        )
        for item in shown.finding.evidence
    ]
    if not rows:
        return None
    return element(
        "details",
        element("summary", words.text("label_why")),
        element("table", element("tbody", *rows)),
        element("p", f"{words.text('label_id')}: {shown.finding.id}", class_="identity"),
        class_="evidence",
    )

"""A report names a period in its own language."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck
from factcheck.compare.wording import measurand_name
from factcheck.vocab.period_names import period_name

PUBLISHED = date(2025, 11, 13)


@pytest.mark.parametrize(
    ("text", "language", "english", "german"),
    [
        ("Im Jahr 2024 stieg der Umsatz.", "de", "2024", "Jahr 2024"),
        ("Im letzten Quartal stieg der Umsatz.", "de", "Q3 2025", "letzten Quartal"),
        ("Im Oktober 2025 stieg der Umsatz.", "de", "Oct 2025", "Oktober 2025"),
        ("Revenue rose in October 2025.", "en", "October 2025", "Okt. 2025"),
        ("Revenue rose in the third quarter of 2025.", "en", None, "3. Quartal 2025"),
        ("Am 3. März 2025 stieg der Umsatz.", "de", "3 Mar 2025", None),
        ("Der Vertrag läuft bis 2032.", "de", "until 31 Dec 2032", None),
        ("Der Umsatz steigt seit Mai 2025.", "de", "since 1 May 2025", None),
        ("Der Umsatz stieg von 2021 bis 2023.", "de", "1 Jan 2021 to 31 Dec 2023", None),
    ],
)
def test_names(text, language, english, german):
    (mention,) = factcheck.periods(text, language, PUBLISHED)
    for report, expected in (("en", english), ("de", german)):
        if expected is not None:
            assert period_name(mention.period, language, report) == expected


def test_the_message_of_a_finding_names_the_period_so():
    text = "Im Jahr 2024 erzielte Siemens einen Umsatz von 75 Milliarden Euro."
    (claim,) = [c for c in factcheck.extract(text, "de") if hasattr(c, "metric")]
    assert measurand_name(claim, claim, "en") == "Siemens, revenue, 2024"
    assert measurand_name(claim, claim, "de").endswith("2024")

"""A text as tokens with their meaning for amounts, and what stands between them."""

from __future__ import annotations

import re

from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.lexicon import Lexicon, lexicon
from factcheck.vocab.quantities import Vocabulary

_WIDEST_GAP = 4


class Tokens:
    """The tokens of a text. Indices past either end are "" and None, gaps there are breaks."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.lexicon: Lexicon = lexicon(language)
        self.vocabulary: Vocabulary = self.lexicon.vocabulary
        self.found: list[re.Match[str]] = list(self.vocabulary.token.finditer(text))
        self.words: list[str] = [match[0] for match in self.found]
        known = self.lexicon
        self.kinds: list[Entry | None] = [known[word] for word in self.words]

    def word(self, i: int) -> str:
        """Return the folded token, "" outside the text."""
        return self.lexicon.folded[self.words[i]] if 0 <= i < len(self.words) else ""

    def raw(self, i: int) -> str:
        """Return the token as written, "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def kind(self, i: int) -> str:
        """Return the kind of the token's entry, "" when it has none."""
        entry = self.entry(i)
        return entry.kind if entry else ""

    def entry(self, i: int) -> Entry | None:
        """Return the token's entry, None when it means nothing for amounts."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else None

    def start(self, i: int) -> int:
        """Return where the token begins; the text's end past the last."""
        return self.found[i].start() if i < len(self.words) else len(self.text)

    def end(self, i: int) -> int:
        """Return where the token ends; 0 before the first."""
        return self.found[i].end() if i >= 0 else 0

    def gap(self, i: int) -> str:
        """Return what stands between token i-1 and token i; a newline pair outside the text."""
        if not 0 < i < len(self.words):
            return "\n\n"
        return self.text[self.found[i - 1].end() : self.found[i].start()]

    def glued(self, i: int) -> bool:
        """Say whether token i follows token i-1 without a space."""
        return 0 < i < len(self.words) and self.found[i - 1].end() == self.found[i].start()

    def near(self, i: int) -> bool:
        """Say whether only white space (no empty line) stands between token i-1 and i."""
        if not 0 < i < len(self.words):
            return False
        end, start = self.found[i - 1].end(), self.found[i].start()
        width = start - end
        if width == 0 or (width == 1 and self.text[end] == " "):
            return True
        gap = self.text[end:start] if width <= _WIDEST_GAP else "."
        return gap.isspace() and gap.count("\n") < 2

    def near_or_dot(self, i: int) -> bool:
        """Say the same, a dot after an abbreviation allowed ("17,4 Mrd. Euro")."""
        gap = self.gap(i)
        return self.near(i) or (
            gap[:1] == "." and (len(gap) == 1 or gap[1:].isspace()) and len(gap) < 4
        )

    def before(self, i: int) -> str:
        """Return the character before token i, "" at the start."""
        start = self.start(i)
        return self.text[start - 1] if start else ""

    def after(self, i: int) -> str:
        """Return the character after token i, "" at the end."""
        return self.text[self.end(i) : self.end(i) + 1]

    def matches(self, i: int, rest: tuple[str, ...], *, folded: bool = True) -> bool:
        """Say whether tokens i, i+1, ... are `rest`, with nothing but spaces between them."""
        for k, wanted in enumerate(rest):
            found = self.word(i + k) if folded else self.raw(i + k)
            if found != wanted or (k and not self.near_or_dot(i + k)):
                return False
        return True

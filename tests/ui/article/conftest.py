"""Articles with marks for the tests of the article pane, told in words of their text."""

import pytest

from annotation_schema.model import Article, ArticleId, Fragment, Span, SpanId, Status, Suggestion, SuggestionId
from desktop.core.edits import State
from desktop.core.view import ArticleView
from desktop.ui.article import ArticlePane

FIREMAN = "\U0001f468\U0001f3fb\u200d\U0001f692"
ADVERSARIAL = {
    "emoji": f"{FIREMAN} firemen drive firetrucks {FIREMAN}{FIREMAN} fast",
    "flags": "from \U0001f1fa\U0001f1e6\U0001f1e9\U0001f1ea to \U0001f1eb\U0001f1f7 by rail",
    "marks": "cafe\u0301 re\u0301sume\u0301 Z\u0351\u036b\u0343a\u0321lgo Jose\u0301's",
    "arabic": "قال الرئيس زيلينسكي في Kyiv إن عام 2025 صعب",
    "hebrew": "ראש הממשלה said שלום to Reuters בקול",
    "mixed": "The word سلام means peace, שלום too, in 2025",
    "separators": "one\u2028two\u2029three\u0085four\x00five\x0bsix",
    "spaces": "a\u00a0no-break\u202fspace soft\u00adhyphen zero\u200bwidth word\u2060joiner \ufeffbom",
    "tabs": "a\tb\tc",
    "hangul": "\u1112\u1161\u11ab\u1100\u1173\u11af news 기사",
    "devanagari": "प्रधानमंत्री ने कहा क्षत्रिय",
    "cjk": "記者\U00020000報道 北京",
}


class Builder:
    """Makes views; ``find`` turns words into a fragment."""

    def __init__(self, text, title="", article_id=1):
        self.text = text
        self.article = Article(uid=f"a{article_id}", title=title, text=text, publisher="Reuters", language="en")
        self.article_id = ArticleId(article_id)
        self.spans = []
        self.suggestions = []
        self._next = 100

    def find(self, words, nth=0):
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Fragment(at, at + len(words))

    def _id(self):
        self._next += 1
        return self._next

    def _fragments(self, parts):
        return tuple(p if isinstance(p, Fragment) else self.find(p) for p in parts)

    def span(self, label, *parts):
        made = Span(SpanId(self._id()), label, self._fragments(parts))
        self.spans.append(made)
        return made

    def suggest(self, label, *parts):
        made = Suggestion(SuggestionId(self._id()), label, "X", self._fragments(parts), "pipe", "1")
        self.suggestions.append(made)
        return made

    def view(self):
        def order(item):
            return item.start, -item.end, item.id

        return ArticleView(
            self.article_id,
            self.article,
            "ana",
            State(Status.TODO, {}),
            tuple(sorted(self.spans, key=order)),
            (),
            tuple(sorted(self.suggestions, key=order)),
        )


@pytest.fixture
def build():
    return Builder


@pytest.fixture
def pane(qtbot, faces):
    """An empty pane on screen with keyboard focus."""
    made = ArticlePane()
    qtbot.addWidget(made)
    made.resize(820, 600)
    made.set_reduced_motion(True)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def show(pane, schema):
    """Show a text, or the view of a builder, in the pane."""

    def do(content, title=""):
        builder = content if isinstance(content, Builder) else Builder(content, title)
        pane.set_view(builder.view(), schema)
        return builder

    return do


@pytest.fixture
def settled(pane, qtbot):
    """Wait until all heights are exact."""

    def wait():
        qtbot.waitUntil(lambda: pane._layout is None or pane._layout.is_exact, timeout=20_000)

    return wait


@pytest.fixture(params=sorted(ADVERSARIAL))
def adversarial(request):
    return ADVERSARIAL[request.param]

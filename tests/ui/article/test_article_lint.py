"""Findings in the right margin: one mark a line, with its sentences."""

import pytest
from PySide6.QtCore import QPointF, Qt

STORY = "The mayor of Kyiv spoke.\n\n" + "Prices will fall next year, he said, and nobody in Odesa believed it. " * 4


@pytest.fixture
def marked(show, pane):
    b = show(STORY)
    bare = pane.viewport().grab().toImage()
    pane.set_lint_marks(
        [
            (STORY.index("Prices"), "The claim has no claimant.", "warning"),
            (STORY.index("Prices") + 3, "It begins in a space.", "error"),
            (STORY.index("Prices") + 5, "It begins in a space.", "error"),
            (STORY.index("Kyiv"), "Kyiv is tagged otherwise elsewhere.", "info"),
        ]
    )
    assert pane.viewport().grab().toImage() != bare
    return b


def centre(pane, spot):
    return spot.centre + QPointF(pane._column_left(), -pane.verticalScrollBar().value())


def test_findings_of_one_line_share_a_mark_of_the_gravest_kind(marked, pane):
    first, second = pane.lint_spots()
    assert (first.severity, first.words) == ("info", "Kyiv is tagged otherwise elsewhere.")
    assert second.severity == "error"
    assert second.words == "The claim has no claimant.\nIt begins in a space."
    assert len(second.findings) == 3


@pytest.mark.parametrize("size", [11, 17, 51])
def test_marks_stand_beside_their_line_in_view(marked, pane, size):
    pane.set_reading_size(size)
    from desktop.ui.article import geometry

    for spot in pane.lint_spots():
        bar = geometry.caret_bar(pane.page_layout, spot.findings[0].position)
        assert bar.top() < spot.centre.y() < bar.bottom()
        at = centre(pane, spot)
        assert pane.page_layout.width + pane._column_left() < at.x() < pane.viewport().width()


def test_the_sentence_is_the_tip_of_the_mark(marked, pane):
    spot = pane.lint_spots()[1]
    assert pane.tip_at(centre(pane, spot)) == spot.words
    assert pane.tip_at(QPointF(5, 5)) == ""


def test_a_click_says_where_the_gravest_is(marked, pane, qtbot):
    spot = pane.lint_spots()[1]
    with qtbot.waitSignal(pane.lint_clicked) as got:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=centre(pane, spot).toPoint())
    assert got.args == [STORY.index("Prices") + 3]


def test_only_lines_on_screen_have_marks(show, pane, settled):
    text = "\n\n".join(f"Paragraph {i} " + "word " * 30 for i in range(200))
    show(text)
    settled()
    pane.set_lint_marks([(text.index(f"Paragraph {i} "), f"Finding {i}.", "warning") for i in range(200)])
    seen = [s.words for s in pane.lint_spots()]
    assert seen[0] == "Finding 0."
    assert len(seen) < 15
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.lint_spots()[-1].words == "Finding 199."
    pane.set_lint_marks([])
    assert pane.lint_spots() == []


def test_an_unknown_severity_is_refused(show, pane):
    show(STORY)
    with pytest.raises(ValueError, match="grave"):
        pane.set_lint_marks([(0, "So.", "grave")])

"""The article where the interface runs from right to left: the margin changes sides, the text does not."""

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.ui.article import margin

STORY = (
    "Talks go on\n\n"
    "The president stated that negotiations could take place soon, and that nobody in Kyiv would have agreed.\n\n"
    "قال الرئيس إن المفاوضات ستبدأ في كييف.\n\n"
    "He added that they would be long."
)


@pytest.fixture
def talks(build, show, pane):
    b = build(STORY, title="Talks go on")
    b.claim = b.span("CLAIM", "negotiations could take place soon", "they would be long")
    b.nested = b.span("CLAIM", "could take place")
    b.kyiv = b.span("LOCATION", "Kyiv")
    show(b)
    pane.set_links([(b.claim.id, b.kyiv.id, "place")])
    return b


@pytest.fixture
def mirrored(talks, pane):
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return talks


def bars(pane):
    layout = pane.page_layout
    found = [b for i in range(len(layout.pieces)) for b in margin.bars(layout, pane._marks, layout.laid(i))]
    return [b for b in found if b.bar is not None]


def numbers(pane):
    layout = pane.page_layout
    return [n for i in range(len(layout.pieces)) for n in margin.numbers(layout, pane._marks, layout.laid(i))]


def test_brackets_and_numbers_are_the_mirror_image(talks, pane):
    width = pane.page_layout.width
    before = [(b.mark.id, b.bar) for b in bars(pane)], [n.rect for n in numbers(pane)]
    assert all(bar.right() < 0 for _, bar in before[0])
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [b.mark.id for b in bars(pane)] == [item for item, _ in before[0]]
    for (_, old), new in zip(before[0], bars(pane), strict=True):
        assert new.bar.left() == pytest.approx(width - old.right())
        assert new.bar.width() == old.width()
        assert new.bar.left() > width
    for old, new in zip(before[1], numbers(pane), strict=True):
        assert new.rect.left() == pytest.approx(width - old.right())


def test_what_is_clicked_is_what_is_drawn(mirrored, pane, qtbot):
    left, top = pane._column_left(), pane.verticalScrollBar().value()
    for bar in bars(pane):
        point = bar.bar.center() + QPointF(left, -top)
        assert pane.viewport().rect().contains(point.toPoint())
        assert pane.margin_item_at(point) is not None
        pane.set_current(None)
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
        assert pane.current in {b.mark.id for b in bars(pane) if b.bar.adjusted(-2, 0, 3, 0).contains(bar.bar.center())}
    for number in numbers(pane):
        assert pane.margin_item_at(number.rect.center() + QPointF(left, -top)) == number.marks[0].id
    assert pane.margin_item_at(QPointF(4, number.rect.center().y() - top)) is None


def test_the_bar_that_is_drawn_has_ink_on_the_other_side(talks, pane):
    def inked(image, bar):
        point = (bar.center() + QPointF(pane._column_left(), -pane.verticalScrollBar().value())).toPoint()
        paper = image.pixelColor(2, 2)
        return image.pixelColor(point * image.devicePixelRatio()) != paper

    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        pane.setLayoutDirection(direction)
        image = pane.viewport().grab().toImage()
        assert all(inked(image, b.bar) for b in bars(pane))


def test_paragraphs_keep_their_direction(talks, pane):
    def sides():
        layout = pane.page_layout
        return [layout.laid(i).layout.lineAt(0).naturalTextRect().left() for i in range(len(layout.pieces))]

    before = sides()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert sides() == before
    assert before[1] == 0
    assert before[2] > 100


def test_arrows_stay_visual_in_the_text(mirrored, pane, qtbot):
    pane.set_caret(STORY.index("president"))
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert pane.caret() == STORY.index("stated")
    start = STORY.index("الرئيس")
    pane.set_caret(start)
    qtbot.keyClick(pane, Qt.Key.Key_Left)
    assert pane.caret() > start


def test_connectors_run_through_the_other_gutter(talks, pane, qtbot):
    pane.set_current(talks.claim.id)
    pane.viewport().grab()
    wires = pane._look_now().wires
    assert wires
    width = pane.page_layout.width
    before = [w.path.boundingRect() for w in wires]
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane.viewport().grab()
    across = [w for w in before if w.right() > width]
    for wire in pane._look_now().wires:
        box = wire.path.boundingRect()
        assert box.right() <= width + 1
    assert across
    assert any(w.path.boundingRect().left() < 0 for w in pane._look_now().wires)


def test_findings_stand_on_the_other_side_and_are_clicked_there(talks, pane, qtbot):
    pane.set_lint_marks([(STORY.index("stated"), "Something is missing.", "warning")])
    before = pane.lint_spots()[0].centre
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    spot = pane.lint_spots()[0]
    assert spot.centre.x() == pytest.approx(pane.page_layout.width - before.x())
    point = spot.centre + QPointF(pane._column_left(), -pane.verticalScrollBar().value())
    assert pane.tip_at(point) == "Something is missing."
    with qtbot.waitSignal(pane.lint_clicked):
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def test_signs_for_ends_off_screen_change_sides(build, show, pane):
    far = build("Kyiv agreed.\n\n" + "\n\n".join(f"Line {n} of a long article." for n in range(80)), title="")
    claim, kyiv = far.span("CLAIM", "Line 79 of a long article"), far.span("LOCATION", "Kyiv")
    show(far)
    pane.set_links([(claim.id, kyiv.id, "place")])
    pane.set_current(kyiv.id)
    before = pane.signs()[0].rect
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = pane.signs()[0].rect
    assert after.center().x() < pane.viewport().width() / 2 < before.center().x()
    assert pane.viewport().rect().contains(after.toAlignedRect())
    pane.press_above(after.center())
    pane.set_reduced_motion(True)
    assert pane.verticalScrollBar().value() > 0

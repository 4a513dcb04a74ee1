"""Links of the current item: rings at both ends, connectors beside the text, signs for what is off screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.ui.article import LIGHT

STORY = (
    "The mayor of Kyiv spoke. Prices will fall next year, he said, and nobody in Odesa believed a word of it.\n\n"
    "Reporters asked again what would happen, and the ministry in Lviv answered late in the evening.\n\n"
    + "\n\n".join(f"Paragraph {i} tells what happened and who was there on that day." for i in range(60))
    + "\n\nThe governor was not hurt."
)


@pytest.fixture
def town(build, show):
    b = build(STORY)
    b.mayor = b.span("ACTOR", "The mayor")
    b.claim = b.span("CLAIM", "Prices will fall next year")
    b.ministry = b.span("ACTOR", "the ministry")
    b.governor = b.span("ACTOR", "The governor")
    show(b)
    b.links = [
        (b.claim.id, b.mayor.id, "claimant"),
        (b.claim.id, b.ministry.id, "addressee"),
        (b.claim.id, b.governor.id, "object"),
    ]
    return b


def wires(pane):
    return pane._look_now().wires


def picture(pane):
    return pane.viewport().grab().toImage()


def test_nothing_is_drawn_for_links_of_other_items(town, pane):
    bare = picture(pane)
    pane.set_links(town.links)
    assert picture(pane) == bare
    assert pane.signs() == []
    pane.set_current(town.claim.id)
    with_links = picture(pane)
    pane.set_links([])
    assert picture(pane) != with_links


@pytest.mark.parametrize("end", ["claim", "ministry"])
def test_both_ends_show_when_either_is_current(town, pane, end):
    pane.set_palette(replace(LIGHT, ring="#ff00ff"))
    pane.set_links([(town.claim.id, town.ministry.id, "addressee")])
    pane.set_current(getattr(town, end).id)
    shown = picture(pane)

    def ringed(item):
        rect = pane.item_rects(item)[0].toAlignedRect().adjusted(-8, -8, 8, 10)
        across, down = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
        colours = [shown.pixelColor(x, y) for x in across for y in down]
        return sum(1 for c in colours if c.red() > 180 and c.green() < 140 and c.blue() > 180)

    assert ringed(town.claim.id) > 60
    assert ringed(town.ministry.id) > 60
    assert ringed(town.mayor.id) < 20


def test_a_connector_touches_no_letters_and_runs_in_the_gutter(town, pane):
    pane.set_links(town.links)
    pane.set_current(town.claim.id)
    layout = pane.page_layout
    from desktop.ui.article import geometry

    lines = [r for i in range(2) for r in geometry.block_rects(layout, layout.laid(i), 0, len(STORY))]
    assert len(wires(pane)) == 2
    for wire in wires(pane):
        path = wire.path
        points = [path.pointAtPercent(i / 400) for i in range(401)]
        for line in lines:
            inside = [p for p in points if line.top + 1 < p.y() < line.bottom - 1 and line.left < p.x() < line.right]
            assert not inside
    down = next(w for w in wires(pane) if w.role == "addressee")
    assert down.path.boundingRect().right() > layout.width


def test_ends_that_touch_have_no_connector(town, pane, show):
    inner = town.span("LOCATION", "Prices")
    show(town)
    pane.set_links([(town.claim.id, inner.id, "place")])
    pane.set_current(town.claim.id)
    assert wires(pane) == ()
    assert pane._look_now().ends == {town.claim.id, inner.id}


def test_an_end_off_screen_has_a_sign_that_leads_there_and_back(town, pane, qtbot, settled):
    settled()
    pane.set_links(town.links)
    pane.set_current(town.claim.id)
    (sign,) = pane.signs()
    assert (sign.direction, sign.items) == (1, (town.governor.id,))
    assert sign.tip == "object: The governor"
    assert pane.tip_at(sign.rect.center()) == sign.tip
    assert pane.viewport().rect().toRectF().contains(sign.rect)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=sign.rect.center().toPoint())
    assert town.governor.id in pane.visible_items()
    assert pane.current == town.claim.id
    above = [(town.mayor.id, -1), (town.ministry.id, -1)]
    assert [(b.item, b.direction) for b in pane.off_screen_links()] == above
    pane.jump_to(town.claim.id)
    assert town.claim.id in pane.visible_items()


def test_where_there_is_no_room_one_arrow_stands_for_all(town, pane, settled):
    pane.resize(420, 300)
    settled()
    pane.set_links([*town.links, (town.claim.id, town.governor.id, "claimant")])
    pane.set_current(town.governor.id)
    (sign,) = pane.signs()
    assert sign.direction == -1
    assert sign.tip == "object, claimant: Prices will fall next year"
    assert pane.viewport().rect().toRectF().contains(sign.rect)


def test_linked_items_are_told_from_either_end(town, pane):
    pane.set_links(town.links)
    assert [(p.item, p.role) for p in pane.linked_items(town.mayor.id)] == [(town.claim.id, "claimant")]
    assert [p.item for p in pane.linked_items(town.claim.id)] == [town.mayor.id, town.ministry.id, town.governor.id]
    assert pane.links_from(town.mayor.id) == []
    pane.set_links([(1, 2, "gone")])
    pane.set_current(town.claim.id)
    picture(pane)


def test_a_link_to_an_item_that_is_gone_is_ignored(town, pane, show):
    pane.set_links(town.links)
    pane.set_current(town.claim.id)
    town.spans.remove(town.ministry)
    show(town)
    assert len(wires(pane)) == 1
    picture(pane)


def test_a_claim_of_parts_on_and_off_screen_is_connected_from_the_part_on_screen(build, show, pane, settled):
    b = build(STORY)
    claim = b.span("CLAIM", "Prices will fall", "not hurt")
    actor = b.span("ACTOR", "The governor")
    show(b)
    settled()
    pane.set_links([(claim.id, actor.id, "claimant")])
    pane.set_current(actor.id)
    assert pane.off_screen_links() == []
    assert pane._look_now().ends == {claim.id, actor.id}
    pane.verticalScrollBar().setValue(0)
    pane.set_current(claim.id)
    assert [(b.item, b.direction) for b in pane.off_screen_links()] == [(actor.id, 1)]

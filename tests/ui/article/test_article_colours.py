"""Text stays readable on every ground the pane draws, in both themes and for any schema's colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.schema import Colours, Cue, Label
from desktop.ui.article import DARK, LIGHT, ArticleColours
from desktop.ui.article.colours import READABLE, contrast, mix
from desktop.ui.theme import load_theme

THEMES = [
    LIGHT,
    DARK,
    *(ArticleColours.from_roles(load_theme(n).roles, dark=load_theme(n).dark) for n in ("light", "dark")),
]
COLOUR = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c))


@pytest.mark.parametrize("colours", THEMES)
def test_text_is_readable_on_paper_and_selection(colours):
    assert contrast(colours.ink, colours.paper) >= 7
    assert contrast(colours.ink, colours.selection) >= READABLE
    assert contrast(colours.soft, colours.paper) >= READABLE
    assert contrast(colours.selection, colours.paper) >= 1.25  # a selection can be told from paper


@pytest.mark.parametrize("colours", THEMES)
def test_text_is_readable_on_every_tint_of_the_shipped_schema_as_it_stands(colours, schema):
    for label in schema.labels:
        given_colours = label.dark if colours.dark else label.light
        assert contrast(colours.ink, given_colours.tint) >= READABLE, label.name
        assert colours.of(label).tint == given_colours.tint
        assert contrast(colours.of(label).ink, colours.paper) >= READABLE, label.name


@given(COLOUR, COLOUR, st.sampled_from(THEMES))
def test_text_is_readable_whatever_colours_a_schema_gives(ink, tint, colours):
    label = Label("X", "X", "X", Colours(ink, tint), Colours(ink, tint), Cue.UNDERLINE, "X")
    found = colours.of(label)
    assert contrast(colours.ink, found.tint) >= READABLE
    assert contrast(found.ink, colours.paper) >= READABLE


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)


def test_mix():
    assert mix("#ff0000", "#0000ff", 1) == "#ff0000"
    assert mix("#ff0000", "#0000ff", 0) == "#0000ff"
    assert mix("#ffffff", "#000000", 0.5) == "#808080"


def test_a_theme_without_a_role_is_refused():
    with pytest.raises(KeyError):
        ArticleColours.from_roles({"paper": "#ffffff"}, dark=False)

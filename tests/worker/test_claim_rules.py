"""Who says what: by trees in UD's labels and in spaCy's, by words alone, and with the embedded tagger and parser."""

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.worker.claims.finder import find_claims
from desktop.worker.claims.model import AUTHOR, IMPLICIT, Form, Rule
from desktop.worker.claims.reading import SyntaxReader, sentence_starts, syntax_folder
from desktop.worker.claims.speakers import Name
from desktop.worker.claims.words import ClaimWords, for_language, inflected


@cache
def blank(language="en"):
    import spacy

    return spacy.blank(language)


def tree(rows):
    """Return a doc of lines "word head dependency tag"; heads count from 0, a word may end in "_" for "no space"."""
    from spacy.tokens import Doc

    parts = [row.split() for row in rows.strip().splitlines()]
    return Doc(
        blank().vocab,
        words=[p[0].rstrip("_") for p in parts],
        spaces=[not p[0].endswith("_") for p in parts],
        heads=[int(p[1]) for p in parts],
        deps=[p[2] for p in parts],
        tags=[p[3] for p in parts],
    )


def told(doc, names=()):
    """Return (pieces, claimant) of each claim as texts."""
    text = doc.text
    found = []
    for claim in find_claims(doc, names):
        who = (
            claim.claimant
            if isinstance(claim.claimant, str) or claim.claimant is None
            else text[slice(*place(claim.claimant))]
        )
        found.append((" | ".join(text[f.start : f.end] for f in claim.fragments), who))
    return found


def place(fragment):
    return fragment.start, fragment.end


def name(text, surface, label="PERSON"):
    at = text.index(surface)
    return Name(at, at + len(surface), label)


THAT = """
The 1 det DT
minister 2 nsubj NN
said 2 ROOT VBD
that 7 mark IN
the 5 det DT
plan 7 nsubj NN
had 7 aux VBD
failed_ 2 ccomp VBN
. 2 punct ."""
THAT_ON_MONDAY = """
The 1 det DT
minister 2 nsubj NN
said 2 ROOT VBD
on 4 case IN
Monday 8 obl NNP
that 8 mark IN
the 7 det DT
plan 8 nsubj NN
failed_ 2 ccomp VBD
. 2 punct ."""
QUOTE_UD = """
“_ 4 punct ``
The 2 det DT
plan 4 nsubj NN
has 4 aux VBZ
failed_ 4 ROOT VBN
,_ 4 punct ,
” 4 punct ''
the 8 det DT
minister 9 nsubj NN
said_ 4 parataxis VBD
. 4 punct ."""
QUOTE_CLEAR = QUOTE_UD.replace("4 ROOT", "9 ccomp").replace("4 parataxis", "9 ROOT")
PHRASE_UD = """
According 3 case VBG
to 0 fixed IN
the 3 det DT
ministry_ 8 obl NN
, 8 punct ,
the 6 det DT
plan 8 nsubj NN
had 8 aux VBD
failed_ 8 ROOT VBN
. 8 punct ."""
PHRASE_CLEAR = """
According 8 prep VBG
to 0 prep IN
the 3 det DT
ministry_ 1 pobj NN
, 8 punct ,
the 6 det DT
plan 8 nsubj NN
had 8 aux VBD
failed_ 8 ROOT VBN
. 8 punct ."""
PASSIVE_UD = """
The 1 det DT
plan 3 nsubj:pass NN
was 3 aux:pass VBD
condemned 3 ROOT VBN
by 5 case IN
unions_ 3 obl:agent NNS
. 3 punct ."""
PASSIVE_CLEAR = """
The 1 det DT
plan 3 nsubjpass NN
was 3 auxpass VBD
condemned 3 ROOT VBN
by 3 agent IN
unions_ 4 pobj NNS
. 3 punct ."""
FEARED = """
It 2 expl PRP
is 2 aux:pass VBZ
feared 2 ROOT VBN
that 7 mark IN
the 5 det DT
dam 7 nsubj NN
will 7 aux MD
burst_ 2 ccomp VB
. 2 punct ."""
FEARED_CLEAR = FEARED.replace("2 expl", "2 nsubjpass").replace("aux:pass", "auxpass")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (THAT, [("the plan had failed", "minister")]),
        (THAT_ON_MONDAY, [("the plan failed", "minister")]),
        (QUOTE_UD, [("The plan has failed", "minister")]),
        (QUOTE_CLEAR, [("The plan has failed", "minister")]),
        (PHRASE_UD, [("the plan had failed", "ministry")]),
        (PHRASE_CLEAR, [("the plan had failed", "ministry")]),
        (PASSIVE_UD, [("The plan", "unions")]),
        (PASSIVE_CLEAR, [("The plan", "unions")]),
        (FEARED, [("the dam will burst", IMPLICIT)]),
        (FEARED_CLEAR, [("the dam will burst", IMPLICIT)]),
    ],
)
def test_trees_with_labels_of_both_kinds(rows, expected):
    assert told(tree(rows)) == expected


def test_what_is_said_of_a_claim_beside_its_place():
    (claim,) = find_claims(tree(QUOTE_UD))
    assert claim.direct and claim.rule is Rule.AROUND and claim.cue is not None and 0 < claim.score <= 1
    (claim,) = find_claims(tree(THAT))
    assert claim.form is Form.INDIRECT and claim.source is not None and place(claim.source) == (0, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The plan has failed us all,” Ada Lind said.", [("The plan has failed us all", "Ada Lind")]),
        ("“The plan has failed us all,” said Ada Lind, the mayor.", [("The plan has failed us all", "Ada Lind")]),
        ("The mayor said that the bridge was safe.", [("the bridge was safe", "mayor")]),
        ("The bridge was safe, the mayor said.", [("The bridge was safe", "mayor")]),
        ("According to the ministry, the bridge is safe.", [("the bridge is safe", "ministry")]),
        ("He crossed the bridge on Monday.", []),
        ("“Good morning.”", []),
    ],
)
def test_words_alone_are_enough_for_the_plain_cases(text, expected):
    assert told(blank()(text)) == expected


def test_quotations_in_any_script_are_found_without_words():
    text = "قال الوزير إن “الخطة قد فشلت تماما” أمس. " * 3
    assert len(find_claims(blank("ar")(text), words=ClaimWords())) == 3


def test_another_language_without_words_has_quotations_only():
    text = "Der Minister sagte: „Wir werden die Steuern nicht erhöhen.“ Das Wetter war gut."
    found = find_claims(blank("de")(text), words=ClaimWords())
    assert [text[slice(*place(c.fragments[0]))] for c in found] == ["Wir werden die Steuern nicht erhöhen"]


@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                "“",
                "”",
                '"',
                "Ada Lind",
                "",
                "according to",
                "that",
                "the",
                "plan",
                "is",
                ".",
                ",",
                ":",
                "\n",
                "\n\n",
                " ",
                "👍",
                "שלום",
                "I",
                "he",
            ]
        ),
        max_size=40,
    )
)
@settings(deadline=None)
def test_whatever_comes_fragments_lie_in_the_text(parts):
    text = " ".join(parts)
    for claim in find_claims(blank()(text)):
        end = 0
        for fragment in claim.fragments:
            assert end <= fragment.start < fragment.end <= len(text)
            end = fragment.end
        assert not text[claim.fragments[0].start].isspace()


def test_inflected_verbs():
    assert inflected("deny", {}) == {"deny", "denies", "denied", "denying"}
    assert inflected("say", {"say": ["says", "said"]}) == {"say", "says", "said"}
    assert {"argued", "arguing", "pushes"} <= inflected("argue", {}) | inflected("push", {})


def test_sentences_begin_after_a_closed_quotation_but_not_before_who_asked():
    text = "“It is over.” Lind left.\nNobody spoke. “Why?” Lind asked. “Now!” The crowd rose."
    starts = sentence_starts(text, for_language("en").quoting)
    assert [text[at:].split()[0] for at in starts] == ["Lind", "Nobody", "The"]


# --- with the embedded part --------------------------------------------------------------------------

embedded = pytest.mark.skipif(
    not (syntax_folder("en") / "config.cfg").is_file(), reason="no embedded tagger and parser"
)


@pytest.fixture(scope="module")
def read():
    reader = SyntaxReader(blank(), for_language("en").quoting)
    return lambda text: reader.doc(blank()(text), text)


@embedded
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said the plan would cost three billion euros.",
            [("the plan would cost three billion euros", "minister")],
        ),
        (
            "“We will not raise taxes,” Ortega told reporters, “not this year and not next.”",
            [("We will not raise taxes | not this year and not next", "Ortega")],
        ),
        (
            "“The talks are dead,” said Jan Holm, a spokesman for the union. “Nobody wants them any more.”",
            [("The talks are dead | Nobody wants them any more", "Jan Holm")],
        ),
        ("The reform has failed, according to the audit office.", [("The reform has failed", "audit office")]),
        ("The minister said on Monday that the plan had failed.", [("the plan had failed", "minister")]),
        ("The dam, he said, would not hold for another year.", [("The dam | would not hold for another year", "he")]),
        ("The union demanded an immediate end to night shifts.", [("an immediate end to night shifts", "union")]),
        ("He lives in Oslo and likes trains.", []),
    ],
)
def test_patterns_of_news(read, text, expected):
    names = [name(text, n) for n in ("Ortega", "Jan Holm") if n in text]
    assert told(read(text), names) == expected


@embedded
def test_a_quotation_over_paragraphs_is_one_claim(read):
    text = "“We waited for a year,” Lind said. “Nobody came.\n\n“Nobody wrote to us either.”"
    assert told(read(text), [name(text, "Lind")]) == [
        ("We waited for a year | Nobody came | Nobody wrote to us either", "Lind")
    ]


@embedded
def test_a_quotation_without_a_verb_is_whose_who_spoke_before(read):
    text = "Ada Lind said the bridge was safe.\n\n“Nobody has to be afraid of it.”"
    assert told(read(text), [name(text, "Ada Lind")])[1] == ("Nobody has to be afraid of it", "Ada Lind")


@embedded
def test_a_participle_goes_on_with_who_spoke_before(read):
    text = 'The mayor called the situation "generally difficult," explaining that the bridge was closed.'
    assert ("the bridge was closed", "mayor") in told(read(text))


@embedded
def test_a_headline_ends_with_who_said_it(read):
    text = "Trains stop.\nTalks are possible, but not this year: Lind\nIt rained on Monday."
    assert told(read(text), [name(text, "Lind")]) == [("Talks are possible, but not this year", "Lind")]


@embedded
def test_pronouns_and_descriptions_are_resolved_where_it_is_clear(read):
    text = "Mayor Ada Lind said the bridge was safe. She said it would open in May. The mayor said it was cheap."
    claims = find_claims(read(text), [name(text, "Ada Lind")])
    assert [text[slice(*place(c.resolved))] if c.resolved else None for c in claims] == [None, "Ada Lind", "Ada Lind"]
    text = "Ada Lind met Eva Berg and Ida Holm on Monday. She said the bridge was safe."
    (claim,) = find_claims(read(text), [name(text, n) for n in ("Ada Lind", "Eva Berg", "Ida Holm")])
    assert claim.resolved is None


@embedded
def test_the_author_speaks_as_i(read):
    (claim,) = find_claims(read("I believe that the reform will fail."))
    assert claim.claimant == AUTHOR


@embedded
@pytest.mark.parametrize(
    "text",
    [
        "THE MINISTER SAID THE PLAN HAD FAILED. NOBODY WAS THERE.",
        "1 2 3 4 5\n6,000 7.5 8%\n" * 20,
        "<p>The <b>minister</b> said&nbsp;the plan</p>\n<div class=\"x\">“failed</div> ” <br/>" * 10,
        "Le ministre a dit que le plan avait échoué. « C’est fini », a-t-il ajouté.",
        "قال الوزير إن الخطة فشلت. “انتهى الأمر تماما يا جماعة” أضاف.",
        "\n\n \n“ ” ” “ “ “ ” ” \" ' '' `` ”\n",
        "according to", "", "said", "“", ": \n\n“x", "said:\n\nand",
    ],
)  # fmt: skip
def test_odd_texts_do_no_harm(read, text):
    for claim in find_claims(read(text)):
        assert all(0 <= f.start < f.end <= len(text) for f in claim.fragments)


@embedded
def test_time_is_in_step_with_the_length(read):
    text = (
        "“The plan has failed us,” Ada Lind said. The mayor said that the bridge was “safe and sound,” adding that "
        "it would open. According to the ministry, nobody was hurt.\n\n“It is over,” he said. “Nobody cares.\n\n“No.”\n"
    )
    short, long = read(text * 25), read(text * 200)

    def seconds(doc):
        started = time.process_time()
        assert find_claims(doc)
        return time.process_time() - started

    seconds(short)
    assert seconds(long) < 24 * max(seconds(short), 0.01)

"""The pipeline shipped in resources/: it loads without code of ours, finds plain names, tells its origin."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "pipelines" / "en_pressmark_news"
LABELS = {"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC"}
MAX_BYTES = 12 * 1024 * 1024


@pytest.fixture(scope="module")
def nlp():
    import spacy

    return spacy.load(FOLDER)


def found(doc):
    return {(ent.text, ent.label_) for ent in doc.ents}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "German Chancellor Angela Merkel met President Barack Obama in Berlin on Tuesday.",
            {("German", "NORP"), ("Angela Merkel", "PERSON"), ("Barack Obama", "PERSON"), ("Berlin", "GPE")},
        ),
        (
            "The World Health Organization sent two doctors from Geneva to Kenya, a spokeswoman told Reuters.",
            {("World Health Organization", "ORG"), ("Geneva", "GPE"), ("Kenya", "GPE"), ("Reuters", "ORG")},
        ),
        (
            "“We will not pay,” said Maria Kowalska, who leads the Polish office of Amnesty International in Warsaw.",
            {("Maria Kowalska", "PERSON"), ("Polish", "NORP"), ("Amnesty International", "ORG"), ("Warsaw", "GPE")},
        ),
    ],
)
def test_obvious_names_are_found(nlp, text, expected):
    assert expected <= found(nlp(text))


def test_labels_are_the_six_promised(nlp):
    assert set(nlp.get_pipe("ner").labels) == LABELS


def test_offsets_count_code_points_after_an_emoji(nlp):
    before = "👨🏻‍🚒 firemen drive firetrucks. "
    text = before + "Angela Merkel spoke in Berlin."
    doc = nlp(text)
    person = next(ent for ent in doc.ents if ent.label_ == "PERSON")
    assert person.start_char == len(before)
    assert text[person.start_char : person.end_char] == "Angela Merkel"
    assert doc.text == text


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\u2028", "😀", "a\r\nb", "قال المتحدث", "x" * 5000, "No names here at all."]
)
def test_texts_without_names_are_no_trouble(nlp, text):
    assert nlp(text).text == text


def test_no_name_reaches_over_a_blank_line(nlp):
    text = "Obama Speaks in Berlin\n\nAngela Merkel listened.\n\nBarack Obama left."
    assert not [ent.text for ent in nlp(text).ents if "\n" in ent.text]


def test_a_line_end_ends_a_sentence(nlp):
    sentences = [
        sentence.text.strip() for sentence in nlp("A headline without a stop\n\nThe first one. The second.").sents
    ]
    assert sentences == ["A headline without a stop", "The first one.", "The second."]


def test_the_same_text_gives_the_same_names(nlp):
    text = "Officials in Nairobi said Wanjiru Kamau of the Greenfield Institute had flown to London."
    assert [found(doc) for doc in nlp.pipe([text, "Between.", text])][::2] == [found(nlp(text))] * 2


def test_the_folder_loads_where_nothing_of_ours_can_be_imported(tmp_path):
    code = (
        "import sys, spacy; nlp = spacy.load(sys.argv[1]);"
        "ours = ('desktop', 'annotation_schema', 'pipeline_training');"
        "ours = [name for name in sys.modules if name.split('.')[0] in ours];"
        "print(nlp.meta['name'], len(nlp('Angela Merkel spoke.').ents), ours)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(FOLDER)], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["pressmark_news", "1", "[]"]


def test_the_configuration_names_spacys_own_functions_only():
    import spacy

    config = spacy.util.load_config(FOLDER / "config.cfg")
    names = {value.split(".")[0] for section in (config["nlp"], config["components"]) for value in _registered(section)}
    assert names == {"spacy"}


def _registered(section):
    for key, value in section.items():
        if key.startswith("@"):
            yield value
        elif isinstance(value, dict):
            yield from _registered(value)


def test_meta_tells_name_version_licence_sources_and_scores(nlp):
    meta = json.loads((FOLDER / "meta.json").read_text("utf-8"))
    assert (meta["lang"], meta["name"], meta["version"]) == ("en", "pressmark_news", "0.3.0")
    assert meta["license"] == "CC BY-SA 4.0"
    assert {"url", "author", "license", "name"} <= set(meta["sources"][0])
    assert 0.5 < meta["performance"]["ents_f"] < 1
    assert meta["performance"]["speed"] > 1000
    assert nlp.meta["version"] == meta["version"]


def test_notice_and_card_name_every_source():
    meta = json.loads((FOLDER / "meta.json").read_text("utf-8"))
    notice = (FOLDER / "NOTICE").read_text("utf-8")
    card = (FOLDER / "README.md").read_text("utf-8")
    assert "creativecommons.org/licenses/by-sa/4.0" in notice
    for source in meta["sources"]:
        assert source["name"] in notice
        assert source["author"] in notice
        assert "url" not in source or source["name"] in card
    assert "Groningen Meaning Bank" in card
    assert "Groningen" not in notice
    assert "Not measured yet" not in card


def test_the_folder_is_small_and_holds_no_text_of_the_corpus():
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MAX_BYTES
    assert {path.suffix for path in files} <= {"", ".json", ".jsonl", ".md", ".cfg", ".bin"}
    # Labels, word shapes and the like: a vocabulary of the training texts would be some tens of thousands of strings.
    assert len(json.loads((FOLDER / "vocab" / "strings.json").read_text("utf-8"))) < 5000

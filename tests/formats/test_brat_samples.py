"""Real brat files by others: imported is what an independent count of the raw files finds, and it comes out again."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from desktop.core.exporters.door import export
from desktop.core.foreign import mapping
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, resource_path

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "formats" / "brat"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the samples of formats beside the checkout")

TABLE = {  # articles, annotators, spans, links (relations and arguments of events; the same between two spans once)
    "polnear/train": (150, 6, 24451, 18271),
    "polnear/dev": (40, 6, 4010, 3011),
    "polnear/annotator-training": (4, 6, 1305, 967),
    "bionlp-epi": (4, 1, 37, 11),
    "bionlp-ge": (4, 1, 119, 70),
    "bionlp-id": (4, 1, 274, 64),
    "bionlp-rel": (4, 1, 122, 12),
    "conll2002-esp": (3, 1, 132, 0),
    "dkpro": (2, 1, 7, 1),
}


def text_of(ann: Path) -> Path | None:
    """The text of a file, found in another way than the reader does: from the texts that are there."""
    texts = [*ann.parent.glob("*.txt"), *(ann.parent.parent / "text").glob("*.txt")]
    fitting = [t for t in texts if ann.stem == t.stem or ann.stem.startswith(t.stem + "_")]
    return max(fitting, key=lambda t: len(t.stem), default=None)


def counted(folder: Path) -> tuple[int, int, int, int]:
    """Articles, annotators, spans and links of the raw files, by regular expressions alone."""
    articles, annotators, spans, links = set(), set(), 0, 0
    seen = set()
    for ann in sorted(folder.rglob("*.ann")):
        text = text_of(ann)
        if text is None:
            continue
        words, whose = text.read_text(encoding="utf-8"), ann.stem.removeprefix(text.stem)
        if (words, whose) in seen:
            continue  # the same annotator of the same text once more: told, and left out
        seen.add((words, whose))
        articles.add(words)
        annotators.add(whose)
        raw = ann.read_text(encoding="utf-8")
        spans += len(re.findall(r"^T\d+\t", raw, re.MULTILINE))
        triggers = dict(re.findall(r"^(E\d+)\t[^\s:]+:(T\d+)", raw, re.MULTILINE))
        numbered = set(re.findall(r" ([A-Za-z_-]+):", raw))
        found = set()
        for event, rest in re.findall(r"^(E\d+)\t\S+ (.*)$", raw, re.MULTILINE):
            for role, end in re.findall(r"(\S+):(\S+)", rest):
                plain = role.rstrip("0123456789")
                found.add((triggers[event], plain if plain in numbered else role, triggers.get(end, end)))
        for kind, one, two in re.findall(r"^R\d+\t(\S+) Arg1:(\S+) Arg2:(\S+)", raw, re.MULTILINE):
            found.add((triggers.get(one, one), kind, triggers.get(two, two)))
        links += len(found)
    return len(articles), len(annotators), spans, links


@pytest.mark.parametrize("name", TABLE)
def test_what_is_imported_is_what_the_raw_files_hold(tmp_path, name):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        report = import_sources(project, [SAMPLES / name], format="brat")
        records = list(project.records())
    annotators = {s.annotator for r in records for s in r.annotations}
    found = (len(records), len(annotators), report.spans, report.relations)
    assert found == counted(SAMPLES / name) == TABLE[name]
    put_together = [p for p in report.problems if "put together" in p.reason]
    rest = [p for p in report.problems if p not in put_together]
    assert len(put_together) == (3 if name == "polnear/train" else 0)
    assert {p.line for p in put_together} == ({47, 51, 85} if put_together else set())
    told = [(Path(p.file).name, p.reason.split(" ")[0]) for p in rest]
    assert told == ([("document0b.ann", "Its"), ("event-ref.ann", "There")] if name == "dkpro" else [])


def lines_of(ann: Path) -> dict[str, set[str]]:
    """Lines by kind; those of relations without their number, arguments of events as a set."""
    found: dict[str, set[str]] = {kind: set() for kind in "TREA#N*"}
    text = re.sub(r"\n(?![TREAMN]\d+\t|#\d*\t|\*\t|\Z)", " ", ann.read_text(encoding="utf-8"))
    for line in text.rstrip("\n").split("\n") if text.strip() else []:
        key, _, rest = line.partition("\t")
        if key.startswith("E"):
            head, *arguments = rest.split()
            found["E"].add(f"{key} {head} {sorted(arguments)}")
        elif key[0] in "RAM#":
            found[key[0].replace("M", "A")].add(rest)
        else:
            found[key[0]].add(" ".join(line.split()))
    return found


@pytest.mark.parametrize("name", ["polnear/annotator-training", "bionlp-ge", "bionlp-id", "bionlp-rel"])
def test_what_came_in_goes_out_again(tmp_path, name):
    keep = mapping.Mapping(types={t: mapping.LabelTarget(t) for t in types(SAMPLES / name)})
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        import_sources(project, [SAMPLES / name], format="brat", mapping=keep)
        export(project, tmp_path / "out", format="brat")
        uids = {r.article.text: r.article.uid for r in project.records()}
    files = 0
    for ann in (SAMPLES / name).rglob("*.ann"):
        text = text_of(ann)
        if text is None:
            continue
        annotator = ann.stem.removeprefix(text.stem + "_").removeprefix(ann.stem) or "Ada"
        uid = uids[text.read_text(encoding="utf-8")]
        again = next(a for a in (tmp_path / "out").rglob(f"{uid}.ann") if a.parent.name == annotator)
        before, after = lines_of(ann), lines_of(again)
        after["#"] = {x for x in after["#"] if not x.startswith("PressmarkFragments")}
        for kind in "REAN#*":
            assert after[kind] == before[kind], (ann.name, kind)
        assert {re.sub(r"\t.*", "", x) for x in after["T"]} and spans_of(again) == spans_of(ann)
        files += 1
    assert files


def types(folder: Path) -> set[str]:
    found: set[str] = set()
    for ann in folder.rglob("*.ann"):
        found.update(re.findall(r"^T\d+\t(\S+) ", ann.read_text(encoding="utf-8"), re.MULTILINE))
    return {t for t in found if len(t) < 64}


def spans_of(ann: Path) -> dict[str, tuple[str, set[int]]]:
    """Type and characters by id, without the line ends where our export cuts."""
    text = next(iter([t for t in (text_of(ann), ann.with_suffix(".txt")) if t and t.is_file()])).read_text("utf-8")
    found = {}
    for key, kind, places in re.findall(r"^(T\d+)\t(\S+) ([\d ;]+)\t", ann.read_text(encoding="utf-8"), re.MULTILINE):
        at: set[int] = set()
        for pair in places.split(";"):
            start, end = map(int, pair.split())
            at.update(n for n in range(start, end) if text[n] != "\n")
        found[key] = (kind, at)
    return found


def test_with_the_shipped_mapping_each_attribution_is_a_claim(tmp_path):
    polnear = mapping.load(resource_path("mappings", "polnear.json"))
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        import_sources(project, [SAMPLES / "polnear"], format="brat", mapping=polnear)
        records, schema = list(project.records()), project.schema
    raw, without, parts = Counter(), 0, 0
    for ann in (SAMPLES / "polnear").rglob("*.ann"):
        text = ann.read_text(encoding="utf-8")
        raw["claims"] += len(re.findall(r"^T\d+\tContent \d", text, re.MULTILINE))
        parts += len(re.findall(r"^T\d+\tContent [\d ]+;", text, re.MULTILINE))
        contents = {t: set() for t in re.findall(r"^(T\d+)\tContent ", text, re.MULTILINE)}
        for line in re.findall(r"^E\d+\t(.*)$", text, re.MULTILINE):
            heads = re.findall(r" Content\d*:(T\d+)", line)
            for head in (h for h in heads if h in contents):
                contents[head].update(re.findall(r" (Source:T\d+|Cue:T\d+)", line))
        raw["claimants"] += sum(x.startswith("Source") for found in contents.values() for x in found)
        raw["cues"] += sum(x.startswith("Cue") for found in contents.values() for x in found)
        without += sum(not any(x.startswith("Source") for x in found) for found in contents.values())
    claims = [(s, span) for r in records for s in r.annotations for span in s.spans if span.label == "CLAIM"]
    links = Counter(x.type for r in records for s in r.annotations for x in s.relations)
    assert (len(claims), links["CLAIMANT"], links["CUE_OF"]) == (raw["claims"], raw["claimants"], raw["cues"])
    assert set(links) == {"CLAIMANT", "CUE_OF"}
    bare = [span for s, span in claims if not any(x.source == span.id and x.type == "CLAIMANT" for x in s.relations)]
    assert len(bare) == without and 0.06 < len(bare) / len(claims) < 0.08
    joined = sum(len(span.fragments) > 1 for _, span in claims)
    assert 0.95 * parts < joined <= parts  # pieces that touch are one
    cue = schema.label("CUE")
    assert cue is not None and cue.enabled
    assert schema.label("Attribution") is None and schema.label("Content") is None

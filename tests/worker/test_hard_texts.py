"""Texts that no pipeline was made for: no crash, sensible suggestions or none, bounded memory, urgent ones first."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.messages import ArticleText, Done, Failed, Load, Loaded, Prelabel, Progress, Spans
from desktop.core.prelabel.protocol import worker_command
from desktop.core.resources import embedded_pipeline
from desktop.worker.pieces import PIECE_CHARACTERS

pytestmark = pytest.mark.skipif(
    not (embedded_pipeline() / "config.cfg").is_file(), reason="the embedded pipeline is not in this checkout"
)

NEWS = (
    "Mayor Ana Kovač said on Monday that the old bridge in Zagreb is safe. “Nobody has to worry,” she told Reuters. "
    "Critics in Split, among them Ivo Horvat of the Green Party, disagree and want France to pay for a new one.\n\n"
)
MOST_MB = 400


@pytest.fixture(scope="module", params=[True, False], ids=["claims", "names"])
def worker(request):
    with WorkerClient(worker_command()) as client:
        client.send(Load(str(embedded_pipeline()), request.param))
        assert isinstance(client.receive(120), Loaded)
        yield client


def read(client, *texts, timeout=170):
    articles = tuple(ArticleText.of(number, text) for number, text in enumerate(texts))
    client.send(Prelabel(7, articles))
    found = {}
    while not isinstance(answer := client.receive(timeout), Done):
        if not isinstance(answer, Progress):
            found[answer.id] = answer
    assert len(found) == len(texts)
    for number, text in enumerate(texts):
        if isinstance(found[number], Spans):
            assert all(0 <= f.start < f.end <= len(text) for s in found[number].spans for f in s.fragments)
    return [found[number] for number in range(len(texts))]


def surfaces(text, answer, *labels):
    return [text[s.fragments[0].start : s.fragments[-1].end] for s in answer.spans if not labels or s.label in labels]


def test_other_languages_are_read_without_harm(worker):
    texts = [
        "Der Bürgermeister Karl Holm sagte am Montag, die Brücke sei sicher. „Niemand muss sich sorgen“, sagte er. "
        * 9,
        "قال الرئيس يوم الاثنين إن المفاوضات في القاهرة مستمرة. " * 9,
        "总统星期一在北京表示，谈判仍在继续。" * 9,
        "Президент сказал в понедельник, что переговоры продолжаются. " * 9,
    ]
    answers = read(worker, *texts)
    assert all(isinstance(a, Spans) for a in answers)
    assert all(s == s.strip() and s for t, a in zip(texts, answers, strict=True) for s in surfaces(t, a))


def test_numbers_white_space_and_signs_give_nothing(worker):
    texts = ["12 400 3.5% 1,204 2019-03-04 77\n" * 200, "", " \n\n\t ", "—…!?" * 50, "👨🏻‍🚒" * 200]
    answers = read(worker, *texts)
    assert all(isinstance(a, Spans) for a in answers)
    assert [len(a.spans) for a in answers[1:]] == [0, 0, 0, 0]
    assert len(answers[0].spans) <= 4


def test_capitals_only_still_have_names(worker):
    text = NEWS.upper() * 3
    (answer,) = read(worker, text)
    names = surfaces(text, answer, "PERSON", "GPE", "LOC", "ORG", "NORP")
    assert any("ZAGREB" in n for n in names)
    assert sum(len(n.split()) for n in names) < len(text.split()) / 2, "not every word is a name"


def test_what_remains_of_a_web_page_is_in_no_suggestion(worker):
    text = '<p>Mayor <b>Ivo Horvat</b> said the bridge in <a href="http://x.hr/a">Zagreb</a> is safe.</p>\n' * 9
    (answer,) = read(worker, text)
    names = surfaces(text, answer, "PERSON", "GPE", "LOC", "ORG", "NORP")
    assert {"Ivo Horvat", "Zagreb"} <= set(names)
    assert all("<" not in n and ">" not in n for n in names)


def test_half_a_character_costs_its_article_only(worker):
    odd, good = read(worker, "\ud83d Zagreb", NEWS)
    assert isinstance(odd, Failed) and "surrogates" in odd.reason and isinstance(good, Spans) and good.spans


def test_one_word_of_a_hundred_thousand_characters(worker):
    assert isinstance(read(worker, "a" * 100_000)[0], Spans)


@pytest.mark.slow
def test_an_urgent_article_overtakes_a_long_one(worker):
    text = NEWS * (6 * PIECE_CHARACTERS // len(NEWS))
    worker.send(Prelabel(1, (ArticleText.of(1, text),)))
    worker.send(Prelabel(2, (ArticleText.of(2, NEWS),), urgent=True))
    order = []
    while len([a for a in order if isinstance(a, Done)]) < 2:
        order.append(worker.receive(170))
    ends = [a.job for a in order if isinstance(a, Done)]
    assert ends == [2, 1], "it did not wait for the long one"
    done = next(i for i, a in enumerate(order) if isinstance(a, Spans) and a.id == 2)
    assert sum(isinstance(a, Progress) for a in order[:done]) <= 2


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.timeout(600)
def test_an_article_of_200_000_words_within_400_mb():
    text = NEWS * (200_000 // len(NEWS.split()) + 1)
    assert len(text.split()) >= 200_000
    with WorkerClient(worker_command()) as client:
        client.send(Load(str(embedded_pipeline()), False))
        client.receive(120)
        (answer,) = read(client, text, timeout=500)
        status = Path(f"/proc/{client._process.pid}/status").read_text()
    peak = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    assert peak <= MOST_MB
    assert len(answer.spans) >= 3 * text.count("Zagreb") and answer.words > 180_000
    cut = surfaces(text, answer, "GPE")
    assert cut.count("Zagreb") == text.count("Zagreb"), "nothing is lost or doubled where it was cut"

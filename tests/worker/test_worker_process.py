"""The worker as a real process: what it answers, what cannot disturb it, how it ends."""

import json
import os
import signal
import subprocess
import sys

import pytest

from annotation_schema.model import Fragment
from desktop.core.errors import AppError
from desktop.core.prelabel.client import WorkerClient, ending_in_words
from desktop.core.prelabel.messages import (
    ArticleText,
    Cancel,
    Done,
    Error,
    Failed,
    FoundSpan,
    Load,
    Loaded,
    Prelabel,
    Progress,
    Ready,
    Spans,
)
from desktop.core.prelabel.protocol import worker_command, worker_environment

PROMPT_S = 60


def words(text, span):
    (place,) = span.fragments
    return text[place.start : place.end]


def until_done(client, job):
    answers = []
    while True:
        answer = client.receive(PROMPT_S)
        if answer == Done(job):
            return answers
        answers.append(answer)


def prelabel(client, texts, job=1):
    client.send(Prelabel(job, tuple(ArticleText.of(i, t) for i, t in enumerate(texts))))
    return until_done(client, job)


@pytest.fixture
def client(command, pipeline):
    with WorkerClient(command) as client:
        client.send(Load(pipeline))
        assert isinstance(client.receive(PROMPT_S), Loaded)
        yield client


@pytest.fixture
def odd_client(odd_command, odd_pipeline):
    with WorkerClient(odd_command) as client:
        client.send(Load(odd_pipeline))
        assert isinstance(client.receive(PROMPT_S), Loaded)
        yield client


def test_loaded_says_what_was_loaded(command, pipeline):
    with WorkerClient(command) as client:
        client.send(Load(pipeline))
        assert client.receive(PROMPT_S) == Loaded("en_tiny", "1.2.3", pipeline, ("DATE", "GPE", "PERSON"), "en")


ODD_TEXTS = [
    "Kyiv",
    "",
    " \n\u2028 ",
    "👨🏻‍🚒 firemen drive firetrucks to Kyiv.",
    "A line\u2028and\u2029another in Kyiv\x85\x1c.",
    "Angela\u00a0Merkel and Angela Merkel in\u00a0Kyiv",
    "قال كييف إن Kyiv بخير",
    "\ufeff Kyiv\t\t  Kyiv  ",
    "e\u0301 Kyiv 𐐷𐐷 Kyiv \U0010ffff Kyiv",
    "Kyiv\n\nKyiv\n",
]


def test_offsets_are_code_points_of_the_text(client):
    answers = prelabel(client, ODD_TEXTS)
    assert [a.id for a in answers] == list(range(len(ODD_TEXTS)))
    for text, answer in zip(ODD_TEXTS, answers, strict=True):
        assert answer.sha256 == ArticleText.of(0, text).sha256
        found = [words(text, s) for s in answer.spans if s.label not in ("CLAIM", "CUE", "ACTOR")]
        assert all(f in ("Kyiv", "كييف", "Angela Merkel", "Merkel") for f in found)
        assert found.count("Kyiv") == text.count("Kyiv") and found.count("كييف") == text.count("كييف")
    assert answers[0] == Spans(1, 0, ArticleText.of(0, "Kyiv").sha256, (FoundSpan((Fragment(0, 4),), "GPE"),), 1)
    assert [a.words for a in answers[:3]] == [1, 0, 0]


def test_two_megabytes_are_read_in_pieces_with_right_offsets(client):
    paragraph = "👩‍🚀 It is quiet in Kyiv on Monday, said Angela Merkel.\u2028No one else did. "
    one_line = paragraph * (1_000_000 // len(paragraph))
    text = one_line + "\n\n" + (paragraph + "\n\n") * (1_000_000 // len(paragraph))
    answers = prelabel(client, ["Kyiv", text, "Kyiv"])
    assert [a.id for a in answers if isinstance(a, Spans)] == [0, 1, 2]
    progress = [a for a in answers if isinstance(a, Progress)]
    assert len(progress) > 20 and all(a.id == 1 and a.total == len(text) for a in progress)
    assert [p.done for p in progress] == sorted(p.done for p in progress)
    spans = next(a for a in answers if isinstance(a, Spans) and a.id == 1).spans
    places = {"Kyiv": "GPE", "Monday": "DATE", "Angela Merkel": "PERSON"}
    assert all(places[words(text, s)] == s.label for s in spans)
    assert len(spans) == 3 * text.count("Kyiv")
    assert len({s.fragments for s in spans}) == len(spans)


def test_a_lone_surrogate_fails_only_its_article(client):
    answers = prelabel(client, ["Kyiv", "bad \ud83d text", "Kyiv"])
    assert [type(a) for a in answers if a.id != 1] == [Spans, Spans]
    (bad,) = [a for a in answers if a.id == 1]
    assert isinstance(bad, Failed) and "surrogates" in bad.reason


def test_a_component_that_raises_fails_only_its_article(odd_client):
    answers = prelabel(odd_client, ["Kyiv 1", "RAISE Kyiv", "Kyiv 2", "RAISE", "Kyiv 3"])
    assert [(a.id, type(a)) for a in answers] == [(0, Spans), (1, Failed), (2, Spans), (3, Failed), (4, Spans)]
    assert answers[1].reason == "The pipeline failed: ValueError: cannot read this article"


def test_a_long_article_fails_once_when_one_piece_does(odd_client):
    text = "Kyiv is quiet. " * 8_000 + "RAISE " + "Kyiv is quiet. " * 8_000 + "RAISE"
    answers = [a for a in prelabel(odd_client, [text, "Kyiv"]) if not isinstance(a, Progress)]
    assert [(a.id, type(a)) for a in answers] == [(0, Failed), (1, Spans)]


def test_what_libraries_print_does_not_reach_the_protocol(odd_command, odd_pipeline):
    logged = []
    with WorkerClient(odd_command, log=logged.append) as client:
        client.send(Load(odd_pipeline))
        assert isinstance(client.receive(PROMPT_S), Loaded)
        answers = prelabel(client, ["PRINT Kyiv", "Kyiv"], job=7)
        assert [a.id for a in answers] == [0, 1]
    assert any("garbage without an end" in line for line in logged)


def test_a_pipeline_that_changes_the_text_is_refused(odd_command, make_pipeline):
    with WorkerClient(odd_command) as client:
        client.send(Load(make_pipeline("lower")))
        assert isinstance(client.receive(PROMPT_S), Loaded)
        answers = prelabel(client, ["Kyiv", "quiet"])
        assert isinstance(answers[0], Failed) and "changed the text" in answers[0].reason
        assert isinstance(answers[1], Spans)


def test_span_groups_scores_and_white_space(odd_command, make_pipeline):
    with WorkerClient(odd_command) as client:
        client.send(Load(make_pipeline("trailing")))
        client.receive(PROMPT_S)
        text = "\nIn Kyiv\n\nall is well\n"
        (answer,) = prelabel(client, [text])
    assert [(words(text, s), s.label, s.score) for s in answer.spans] == [
        ("In Kyiv\n\nall is well", "CLAIM", 0.5),
        ("Kyiv", "GPE", None),
    ]


@pytest.mark.parametrize("broken", ["missing", "empty", "no-config", "bad-config", "unknown-factory", "package", "cut"])
def test_a_pipeline_that_cannot_be_loaded_gives_a_sentence_and_the_worker_lives(broken, command, pipeline, tmp_path):
    import shutil

    folder = tmp_path / "p"
    if broken != "missing":
        shutil.copytree(pipeline, folder)
    config = folder / "config.cfg"
    match broken:
        case "empty":
            shutil.rmtree(folder)
            folder.mkdir()
        case "no-config":
            config.unlink()
        case "bad-config":
            config.write_text("[nlp\nlang=")
        case "unknown-factory":
            config.write_text(config.read_text().replace('factory = "entity_ruler"', 'factory = "of_dreams"'))
        case "cut":
            for file in (folder / "entity_ruler").iterdir():
                file.write_bytes(file.read_bytes()[:10])
    name = "no_such_package_anywhere" if broken == "package" else str(folder)
    with WorkerClient(command) as client:
        client.send(Load(name))
        answer = client.receive(PROMPT_S)
        assert isinstance(answer, Error) and answer.job is None
        assert name in answer.reason and "\n" not in answer.reason and len(answer.reason) < 700
        client.send(Load(pipeline))
        assert isinstance(client.receive(PROMPT_S), Loaded)


def test_prelabel_without_a_pipeline_is_an_error(command):
    with WorkerClient(command) as client:
        client.send(Prelabel(4, ()))
        assert client.receive(PROMPT_S) == Error("No pipeline is loaded.", 4)


def test_cancel_overtakes_what_waits(odd_client):
    many = tuple(ArticleText.of(i, f"SLOW {i} " + "x " * 26_000) for i in range(30))
    odd_client.send(Prelabel(1, many))
    odd_client.send(Prelabel(2, many))
    odd_client.send(Cancel(1))
    odd_client.send(Cancel(2))
    assert len(until_done(odd_client, 1)) < 10
    assert until_done(odd_client, 2) == []
    assert len(prelabel(odd_client, ["Kyiv"], job=3)) == 1


def test_lines_that_are_no_commands_are_answered_with_a_sentence(command, pipeline):
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=worker_environment()
    )
    lines = b'hello\n{"kind":"dance"}\n{"kind":"load","protocol":7,"pipeline":"x"}\n{"kind":"stop"}\n'
    out, _ = process.communicate(lines, timeout=PROMPT_S)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [a["kind"] for a in answers] == ["ready", "error", "error", "error"]
    assert "hello" in answers[1]["reason"] and "dance" in answers[2]["reason"] and "protocol 7" in answers[3]["reason"]
    assert process.returncode == 0


def test_ready_comes_before_spacy_is_imported(command):
    script = (
        "import io, sys\nfrom desktop.worker.main import Worker\n"
        "out = io.BytesIO()\nWorker(io.BytesIO(b''), out).run()\n"
        "heavy = {'spacy', 'thinc', 'numpy', 'sqlite3', 'sqlite_utils', 'PySide6'} & set(sys.modules)\n"
        "print(sorted(heavy), out.getvalue())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=worker_environment(), timeout=PROMPT_S
    )
    assert done.stdout.startswith('[] b\'{"kind":"ready"'), done.stdout + done.stderr


def test_it_ends_when_the_app_goes_away(odd_command, odd_pipeline):
    process = subprocess.Popen(
        odd_command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=worker_environment()
    )
    from desktop.core.prelabel.protocol import encode

    process.stdin.write(encode(Load(odd_pipeline)))
    process.stdin.write(encode(Prelabel(1, (ArticleText.of(1, "VERYSLOW"),))))
    process.stdin.flush()
    for line in process.stdout:
        if b'"loaded"' in line:
            break
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()


def test_a_killed_worker_is_reported_in_words(odd_client):
    odd_client.send(Prelabel(1, (ArticleText.of(1, "KILLME"),)))
    with pytest.raises(AppError, match="was killed by SIGKILL"):
        odd_client.receive(PROMPT_S)


def test_a_worker_that_does_not_listen_is_killed(odd_command, odd_pipeline):
    with WorkerClient(odd_command) as client:
        client.send(Load(odd_pipeline))
        client.receive(PROMPT_S)
        client.send(Prelabel(1, (ArticleText.of(1, "VERYSLOW"),)))
        pid = client._process.pid
        os.kill(pid, signal.SIGSTOP)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_program_that_is_no_worker_is_refused():
    with pytest.raises(AppError, match="ended with status 3"):
        WorkerClient([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(AppError, match="cannot be started"):
        WorkerClient(["/no/such/program"])
    with pytest.raises(AppError, match="cannot be understood"):
        WorkerClient([sys.executable, "-c", 'print(\'{"kind":"hello"}\', flush=True); input()'])


def test_the_real_command_line_starts_a_worker(tmp_path):
    done = subprocess.run(
        worker_command(),
        input=b'{"kind":"stop"}\n',
        capture_output=True,
        timeout=PROMPT_S,
        cwd=tmp_path,
        env=worker_environment(),
    )
    assert json.loads(done.stdout)["kind"] == "ready" and done.returncode == 0, done.stderr


def test_endings_in_words():
    assert ending_in_words(-9) == "was killed by SIGKILL"
    assert ending_in_words(-250) == "was killed by signal 250"
    assert ending_in_words(1) == "ended with status 1"


def test_first_answer_is_ready(command):
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=worker_environment()) as process:
        from desktop.core.prelabel.protocol import decode_answer

        answer = decode_answer(process.stdout.readline())
        process.stdin.close()
        assert isinstance(answer, Ready) and answer.spacy.startswith("3.")

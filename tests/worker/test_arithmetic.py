"""By which library pipelines multiply: a quick one where numpy has it, with the same answers."""

import pytest

from desktop.core.prelabel.messages import ArticleText
from desktop.core.prelabel.protocol import ONE_THREAD, worker_environment
from desktop.core.resources import embedded_pipeline
from desktop.worker import arithmetic
from desktop.worker.prelabel import Pipeline

TEXT = "Angela Merkel met Barack Obama in Berlin. Merkel, of the CDU, said that Kenya was next. " * 5


@pytest.fixture(autouse=True)
def same_as_before():
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    ops = get_current_ops()
    set_current_ops(NumpyOps())
    yield
    set_current_ops(ops)


def built_with(monkeypatch, library):
    config = {"Build Dependencies": {"blas": {"name": library}} if library else {}}
    monkeypatch.setattr("numpy.show_config", lambda mode: config)


def multiplies_by_blis():
    from thinc.api import get_current_ops

    return get_current_ops().use_blis


@pytest.mark.parametrize(
    ("library", "quick"), [("scipy-openblas", True), ("accelerate", True), ("blas", False), ("", False)]
)
def test_numpy_multiplies_where_it_brings_a_quick_library(monkeypatch, library, quick):
    built_with(monkeypatch, library)
    arithmetic.use_quick_products()
    assert multiplies_by_blis() is not quick


def test_the_answers_are_the_same(monkeypatch):
    from thinc.api import NumpyOps, set_current_ops

    def found():
        (answer,) = Pipeline.load(str(embedded_pipeline()), claims=True).find(
            1, [ArticleText.of(1, TEXT)], cancelled=lambda: False
        )
        return answer

    built_with(monkeypatch, "openblas")
    quick = found()
    assert not multiplies_by_blis()
    set_current_ops(NumpyOps())
    built_with(monkeypatch, "")
    slow = found()
    assert multiplies_by_blis()
    assert [(s.fragments, s.label, s.attributes) for s in quick.spans] == [
        (s.fragments, s.label, s.attributes) for s in slow.spans
    ]
    assert [s.score for s in quick.spans] == pytest.approx([s.score for s in slow.spans], abs=0.002)
    assert len(quick.spans) > 20


def test_a_worker_keeps_to_one_core_unless_somebody_says_otherwise(monkeypatch):
    for name in ONE_THREAD:
        monkeypatch.delenv(name, raising=False)
    assert {worker_environment()[name] for name in ONE_THREAD} == {"1"}
    monkeypatch.setenv(ONE_THREAD[0], "4")
    assert worker_environment()[ONE_THREAD[0]] == "4"

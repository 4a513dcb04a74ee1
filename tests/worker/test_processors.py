"""A graphics processor, which no machine of the tests has: when it is asked for, what it changes, where it is told."""

import pytest
import spacy  # noqa: TID253

from desktop.core.prelabel.messages import ArticleText, Spans
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.resources import embedded_pipeline
from desktop.worker import batch, prelabel
from desktop.worker.prelabel import GPU_BATCH_CHARACTERS, Pipeline


@pytest.fixture
def asked(monkeypatch):
    """A machine with a graphics processor; what spaCy is asked, in order."""
    calls = []
    monkeypatch.setattr(spacy, "prefer_gpu", lambda: calls.append("gpu") or True)
    monkeypatch.setattr(spacy, "require_cpu", lambda: calls.append("cpu") or True)
    monkeypatch.setattr(batch, "_loaded", type(batch._loaded)())
    return calls


def test_it_is_used_where_spacy_finds_one_and_gets_more_at_once(asked, pipeline, monkeypatch):
    loaded = Pipeline.load(pipeline)
    assert asked == ["gpu"] and loaded.info.gpu
    sizes = []
    real = prelabel.batches
    monkeypatch.setattr(prelabel, "batches", lambda items, limit: sizes.append(limit) or real(items, limit))
    (found,) = loaded.find(1, [ArticleText.of(1, "Angela Merkel in Kyiv")], cancelled=lambda: False)
    assert isinstance(found, Spans) and len(found.spans) == 2 and sizes == [GPU_BATCH_CHARACTERS]


def test_it_can_be_turned_off_for_workers_pools_and_clusters(asked, pipeline):
    assert not Pipeline.load(pipeline, gpu=False).info.gpu
    assert not batch.prelabel_batch(pipeline, (), RunOptions(gpu=False)).info.gpu
    assert asked == ["cpu", "cpu"]
    assert batch.prelabel_batch(pipeline, ()).info.gpu


@pytest.mark.skipif(not (embedded_pipeline() / "config.cfg").is_file(), reason="not in this checkout")
def test_the_embedded_pipeline_stays_on_the_processor_that_its_scores_are_from(asked):
    assert not Pipeline.load(str(embedded_pipeline())).info.gpu and asked == ["cpu"]


@pytest.mark.parametrize("gives", [False, OSError("libcuda is broken")])
def test_without_one_and_with_a_broken_one_the_processor_reads(monkeypatch, pipeline, gives):
    def ask():
        if isinstance(gives, Exception):
            raise gives
        return gives

    monkeypatch.setattr(spacy, "prefer_gpu", ask)
    loaded = Pipeline.load(pipeline)
    assert not loaded.info.gpu
    (found,) = loaded.find(1, [ArticleText.of(1, "Kyiv")], cancelled=lambda: False)
    assert len(found.spans) == 1

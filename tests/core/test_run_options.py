"""What a project wants of its runs: each wish is kept without touching the others, and makes another run."""

from desktop.core.prelabel import run_options
from desktop.core.prelabel.messages import Load
from desktop.core.prelabel.protocol import decode_command, encode
from desktop.core.prelabel.run_options import RunOptions


class Kept:
    """Settings in memory that count how often they are written."""

    def __init__(self):
        self.values = {}
        self.writes = 0

    def setting(self, key):
        return self.values.get(key, "")

    def set_setting(self, key, value, *, initiator=None):
        self.values[key] = value
        self.writes += 1


def test_wishes_are_independent_and_written_only_when_they_change():
    kept = Kept()
    assert run_options.of(kept) == RunOptions(claims=True, alike=True)
    run_options.want_alike(kept, True)
    assert kept.writes == 0
    run_options.want_alike(kept, False)
    run_options.want_claims(kept, False)
    assert run_options.of(kept) == RunOptions(claims=False, alike=False)
    run_options.want_claims(kept, True)
    assert run_options.of(kept) == RunOptions(claims=True, alike=False)
    assert kept.writes == 3


def test_names_as_found_make_another_run_and_old_options_are_understood():
    assert RunOptions().dump() != RunOptions(alike=False).dump()
    assert run_options.parse('{"claims": false}') == RunOptions(claims=False)


def test_a_graphics_processor_is_kept_with_the_project_and_makes_no_run_another():
    kept = Kept()
    assert run_options.of(kept).gpu
    run_options.want_gpu(kept, False)
    assert run_options.of(kept) == RunOptions(gpu=False)
    run_options.want_alike(kept, False)
    assert run_options.of(kept) == RunOptions(alike=False, gpu=False)
    assert RunOptions(gpu=False).dump() == RunOptions().dump()


def test_the_worker_is_told():
    assert decode_command(encode(Load("x", gpu=False))) == Load("x", gpu=False)
    for alike in (True, False):
        assert decode_command(encode(Load("x", alike=alike))) == Load("x", alike=alike)

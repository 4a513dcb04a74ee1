"""For all tests: English, whatever the machine speaks; property tests that find the same on every run.

``PRESSMARK_SEARCH=20`` makes property tests try 20 times as many examples, new ones on each run; what such a search
finds becomes an example of its test.
"""

import os

from hypothesis import settings

os.environ.pop("LANGUAGE", None)
os.environ["LC_ALL"] = "C.UTF-8"

SEARCH = int(os.environ.get("PRESSMARK_SEARCH", "0"))

# A machine under load is slow, which is no fault of the code.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("search" if SEARCH else "repeatable")


def pytest_collection_modifyitems(items):
    """Multiply the examples of each property test when searching."""
    if not SEARCH:
        return
    for test in {item.obj for item in items if hasattr(item.obj, "hypothesis")}:
        given = test._hypothesis_internal_use_settings
        test._hypothesis_internal_use_settings = settings(given, max_examples=given.max_examples * SEARCH)

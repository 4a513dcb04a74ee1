"""For all tests: English, whatever the machine speaks."""

import os

os.environ.pop("LANGUAGE", None)
os.environ["LC_ALL"] = "C.UTF-8"

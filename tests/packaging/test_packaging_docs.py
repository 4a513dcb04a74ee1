"""What the documents say about the repository is so: the map in CONTRIBUTING names what is there."""

from __future__ import annotations

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def mapped_paths():
    """Return the paths that the map under "Where things are" names, by their indentation of two blanks a level."""
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = text.split("### Where things are", 1)[1].split("```")[1]
    folders: list[str] = []
    for line in block.strip("\n").splitlines():
        name = line.split()[0]
        level = (len(line) - len(line.lstrip())) // 2
        folders[level:] = [name]
        yield "".join(folders)


def test_everything_on_the_map_is_there():
    absent = [path for path in mapped_paths() if not (CHECKOUT / path).exists()]
    assert not absent


def test_every_package_is_on_the_map():
    mapped = set(mapped_paths())
    packages = {
        f"{file.parent.relative_to(CHECKOUT).as_posix()}/"
        for top in ("annotation_schema", "desktop")
        for file in (CHECKOUT / top).rglob("__init__.py")
    }
    assert packages <= mapped

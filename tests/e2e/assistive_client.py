"""A real client of AT-SPI, as a screen reader is: run by a Python that has ``gi``; a JSON line in, one out."""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

heard = []
STATES = ("focused", "focusable", "selected", "showing", "editable")


def listen(event):
    heard.append([event.type, event.source.get_role_name(), event.source.get_name(), event.detail1])


def children(node):
    return [node.get_child_at_index(i) for i in range(node.get_child_count())]


def application(name):
    for node in children(Atspi.get_desktop(0)):
        if node is not None and node.get_name() == name:
            return node
    return None


def all_below(node, most=40):
    """Give a node and what is below it; of very long lists only the beginning."""
    yield node
    for index in range(min(node.get_child_count(), most)):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from all_below(child, most)


def find(root, role, name):
    return next((n for n in all_below(root) if n.get_role_name() == role and n.get_name() == name), None)


def states(node):
    return [s.value_nick for s in node.get_state_set().get_states() if s.value_nick in STATES]


def place(node):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    return [box.x, box.y, box.width, box.height]


def told(node):
    return {"role": node.get_role_name(), "name": node.get_name(), "states": states(node), "place": place(node)}


def text_of(node):
    caret = Atspi.Text.get_caret_offset(node)
    word = Atspi.Text.get_string_at_offset(node, caret, Atspi.TextGranularity.WORD)
    chosen = None
    if Atspi.Text.get_n_selections(node):
        found = Atspi.Text.get_selection(node, 0)
        chosen = [found.start_offset, found.end_offset]
    box = Atspi.Text.get_character_extents(node, caret, Atspi.CoordType.SCREEN)
    return {
        **told(node),
        "text": Atspi.Text.get_text(node, 0, -1),
        "caret": caret,
        "word": word.content,
        "selection": chosen,
        "caret_place": [box.x, box.y, box.width, box.height],
    }


def answer(question):
    root = application(question["app"])
    if root is None:
        return None
    kind = question["ask"]
    if kind == "tree":
        return [told(n) for n in all_below(root)]
    if kind == "events":
        found = list(heard)
        heard.clear()
        return found
    node = find(root, question["role"], question["name"])
    if node is None:
        return None
    if kind == "text":
        return text_of(node)
    if kind == "rows":
        return [told(n) for n in children(node)]
    if kind == "count":
        return node.get_child_count()
    if kind == "set caret":
        return Atspi.Text.set_caret_offset(node, question["at"])
    if kind == "choose":
        return Atspi.Selection.select_child(node, question["at"])
    raise ValueError(kind)


def main():
    Atspi.init()
    Atspi.set_timeout(5000, 15000)
    listener = Atspi.EventListener.new(listen)
    for kind in ("object:text-caret-moved", "object:text-selection-changed", "object:state-changed:focused"):
        listener.register(kind)
    loop = GLib.MainContext.default()
    for line in sys.stdin:
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            while loop.iteration(False):
                pass
            time.sleep(0.01)
        try:
            found = answer(json.loads(line))
        except GLib.Error as error:  # what is asked goes away while it is asked, as it does for a screen reader
            found = {"error": str(error)}
        print(json.dumps(found), flush=True)


main()

"""How sure spaCy's own recogniser is of a name: read from the same vectors and weights, without decoding twice.

The transition-based recogniser sees at each step three vectors: of the word at hand, of the open name's first word and
of the word before. So the chances of every step of a name can be computed for a whole article at once. The component's
model is wrapped so that it keeps the vectors which it has just computed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FEATURES = 3
_KEPT = 512
"""Docs whose vectors are kept at most; each is asked for right after it was read."""


class _Keeping:
    """Stands for the component's model and keeps what its first layers gave."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self.vectors: OrderedDict[int, Any] = OrderedDict()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def predict(self, docs: Sequence[Doc]) -> Any:
        steps = self._model.predict(docs)
        at = 0
        for doc in docs:
            self.vectors[id(doc)] = steps.tokvecs[at : at + len(doc)]
            at += len(doc)
        while len(self.vectors) > _KEPT:
            self.vectors.popitem(last=False)
        return steps


class Margins:
    """The chances that one recogniser gives to names."""

    def __init__(self, model: Any, actions: Sequence[str], keeping: _Keeping) -> None:
        self._keeping = keeping
        self._action = {name: index for index, name in enumerate(actions)}
        self._known: dict[tuple[str, int], tuple[int, ...]] = {}
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")  # features, outputs, pieces, width
        self._shape = weights.shape[1:3]
        self._weights = [one.transpose(2, 0, 1).reshape(one.shape[2], -1) for one in weights]
        self._bias = lower.get_param("b")
        pad = lower.get_param("pad")[0]
        self._outside = pad[1] + pad[2]
        self._upper, self._upper_bias = upper.get_param("W").T, upper.get_param("b")

    @staticmethod
    def of(nlp: Language) -> Margins | None:
        """Hook into a pipeline's recogniser; None if it has none of the usual shape on the processor."""
        components: list[Any] = [component for _, component in nlp.pipeline]
        for component in components:
            model: Any = getattr(component, "model", None)
            if getattr(model, "name", "") != "parser_model" or not hasattr(component, "moves"):
                continue
            moves: Any = component.moves
            if type(moves).__name__ != "BiluoPushDown" or not model.attrs.get("has_upper"):
                continue
            lower = model.get_ref("lower")
            if lower.get_dim("nF") != _FEATURES or lower.get_dim("nP") < 2 or model.ops.name == "cupy":
                continue
            keeping = _Keeping(model)
            component.model = keeping
            return Margins(model, [moves.get_class_name(n) for n in range(moves.n_moves)], keeping)
        return None

    def of_doc(self, doc: Doc) -> Any:
        """Return the vectors of a doc that was just read, to ask ``chances`` with; None if there are none.

        They are given once: call right after the pipeline gave the doc.
        """
        vectors = self._keeping.vectors.pop(id(doc), None)
        return vectors if vectors is not None and len(vectors) == len(doc) else None

    def chances(self, vectors: Any, names: Sequence[tuple[int, int, str]]) -> list[tuple[float, float]]:
        """Return for each (first token, token after the last, label) the logarithms of two chances.

        That of all its steps together, and that of its least sure step; (0, 0) where nothing can be computed.
        """
        import numpy as np

        if vectors is None or not names:
            return [(0.0, 0.0)] * len(names)
        at, begin, action, owner = self._steps(names)
        shape = (-1, *self._shape)
        hidden = np.dot(vectors[at], self._weights[0]).reshape(shape)
        hidden += self._bias
        outside, inside = np.flatnonzero(begin < 0), np.flatnonzero(begin >= 0)
        hidden[outside] += self._outside
        if len(inside):
            open_name, before = vectors[begin[inside]], vectors[at[inside] - 1]
            hidden[inside] += np.dot(open_name, self._weights[1]).reshape(shape)
            hidden[inside] += np.dot(before, self._weights[2]).reshape(shape)
        most = hidden[:, :, 0]
        for piece in range(1, self._shape[1]):  # over so short an axis ``max`` takes ten times as long
            most = np.maximum(most, hidden[:, :, piece])
        scores = most @ self._upper + self._upper_bias
        scores -= scores.max(axis=1, keepdims=True)
        chance = scores[np.arange(len(at)), action] - np.log(np.exp(scores).sum(axis=1))
        chance = np.maximum(np.where(action < 0, 0.0, chance), -20.0)
        given = [(0.0, 0.0)] * len(names)
        for index, value in zip(owner, chance.tolist(), strict=True):
            total, least = given[index]
            given[index] = (total + value, min(least, value))
        return given

    def _steps(self, names: Sequence[tuple[int, int, str]]) -> tuple[Any, Any, Any, list[int]]:
        """Return for every step: its token, the open name's first token or -1, the action, the name's index."""
        import numpy as np

        at: list[int] = []
        begin: list[int] = []
        action: list[int] = []
        owner: list[int] = []
        for index, (first, last, label) in enumerate(names):
            steps = self._actions_of(label, last - first)
            at += range(first, last)
            begin.append(-1)
            begin += [first] * (len(steps) - 1)
            action += steps
            owner += [index] * len(steps)
        return np.array(at, "int64"), np.array(begin, "int64"), np.array(action, "int64"), owner

    def _actions_of(self, label: str, length: int) -> tuple[int, ...]:
        """Return the action of each step of a name, -1 where the recogniser has none."""
        key = (label, length)
        if key not in self._known:
            kinds = "U" if length == 1 else "B" + "I" * (length - 2) + "L"
            if len(self._known) >= _KEPT:  # lengths are the text's
                self._known.clear()
            self._known[key] = tuple(self._action.get(f"{kind}-{label}", -1) for kind in kinds)
        return self._known[key]

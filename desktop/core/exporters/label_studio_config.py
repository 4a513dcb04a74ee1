"""Label Studio's labelling configuration for a label schema, and the name and kind of each of its controls.

``label`` marks text; each attribute of a label is a control of its regions, ``LABEL.attribute``; what is said of the
whole article is ``article.attribute``. A choice is ``Choices``, a hierarchy ``Taxonomy``, text and dates ``TextArea``,
a number ``Number``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from annotation_schema.model import AttributeValue
from annotation_schema.reserved import ARTICLE_ATTRIBUTES
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, LabelSchema
from desktop.core.foreign.layers import NO_XML

ARTICLE = "article"
TEXT = "text"
LABELS = "label"


def config(schema: LabelSchema, labels: Iterable[str] = (), relations: Iterable[str] = ()) -> str:
    """Return the configuration as XML, which ends with a line feed; also with names that the label schema lacks."""
    lines = ["<View>", f'  <Labels name="{LABELS}" toName="{TEXT}">']
    for label in schema.labels:
        hint = quoteattr(label.title)
        lines.append(f"    <Label value={quoteattr(label.name)} hint={hint} background={quoteattr(label.light.ink)}/>")
    lines += [f"    <Label value={_quoted(name)}/>" for name in labels if schema.label(name) is None]
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>']
    kinds = dict.fromkeys([*(relation.name for relation in schema.relations), *relations])
    if kinds:
        lines.append("  <Relations>")
        lines += [f"    <Relation value={_quoted(name)}/>" for name in kinds]
        lines.append("  </Relations>")
    for label in schema.labels:
        where = f' perRegion="true" whenTagName="{LABELS}" whenLabelValue={quoteattr(label.name)}'
        for spec in label.attributes:
            lines += _control(spec, label.name, where)
    for spec in about(schema):
        lines += _control(spec, ARTICLE, "")
    return "\n".join((*lines, "</View>", ""))


def _quoted(name: str) -> str:
    """Return a name that came with records as an attribute's value."""
    return quoteattr(NO_XML.sub("\ufffd", name))


def about(schema: LabelSchema) -> tuple[AttributeSpec, ...]:
    """Return the attributes of articles: the schema's and those that every project has."""
    return (*schema.article_attributes, *ARTICLE_ATTRIBUTES)


def control(spec: AttributeSpec, owner: str) -> str:
    """Return the name of an attribute's control."""
    return f"{owner}.{spec.name}"


def value_of(spec: AttributeSpec, value: AttributeValue) -> tuple[str, dict[str, object]]:
    """Return a result's type and value for an attribute's value."""
    several = [str(one) for one in value] if isinstance(value, tuple) else [_word(value)]
    match spec.kind:
        case AttributeKind.ENUM | AttributeKind.BOOLEAN:
            return "choices", {"choices": several}
        case AttributeKind.HIERARCHY:
            return "taxonomy", {"taxonomy": [one.split("/") for one in several]}
        case AttributeKind.NUMBER:
            return "number", {"number": value}
        case AttributeKind.TEXT | AttributeKind.DATE:
            return "textarea", {"text": several}


def _word(value: AttributeValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _control(spec: AttributeSpec, owner: str, where: str) -> Iterator[str]:
    names = f'name={quoteattr(control(spec, owner))} toName="{TEXT}"{where}'
    yield f'  <Header value={quoteattr(f"{owner}: {spec.title}")} size="5"/>'
    choice = "multiple" if spec.multiple else "single"
    match spec.kind:
        case AttributeKind.ENUM:
            yield f'  <Choices {names} choice="{choice}">'
            for one in spec.choices:
                yield f"    <Choice value={quoteattr(one.value)} hint={quoteattr(one.title)}/>"
            yield "  </Choices>"
        case AttributeKind.BOOLEAN:
            yield f'  <Choices {names} choice="single">'
            yield '    <Choice value="true"/>'
            yield '    <Choice value="false"/>'
            yield "  </Choices>"
        case AttributeKind.HIERARCHY:
            yield f"  <Taxonomy {names}>"
            yield from _tree(spec.choices, "    ")
            yield "  </Taxonomy>"
        case AttributeKind.NUMBER:
            yield f"  <Number {names}/>"
        case AttributeKind.TEXT | AttributeKind.DATE:
            most = "" if spec.multiple else ' maxSubmissions="1"'
            yield f"  <TextArea {names}{most}/>"


def _tree(choices: tuple[Choice, ...], indent: str) -> Iterator[str]:
    for one in choices:
        if one.children:
            yield f"{indent}<Choice value={quoteattr(one.value)}>"
            yield from _tree(one.children, indent + "  ")
            yield f"{indent}</Choice>"
        else:
            yield f"{indent}<Choice value={quoteattr(one.value)}/>"

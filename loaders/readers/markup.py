"""XML from strangers: no entities, no document types, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from labour.errors import LetterError


def parse(content: bytes) -> Element:
    """The root element. Raises LetterError for damaged XML and for XML with a document type or entities."""
    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise LetterError("het bestand bevat verboden XML (entiteiten)", "the file holds forbidden XML (entities)") from None
    except (ParseError, ValueError, LookupError):
        raise LetterError("het bestand is beschadigd (ongeldige XML)", "the file is damaged (invalid XML)") from None


def local(element: Element) -> str:
    """The element's name without its namespace: standards and their older editions differ only in that."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant by local names, one level each; None where a level is missing."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def named(element: Element, name: str) -> Iterator[Element]:
    """All descendants of that local name, in document order."""
    return (one for one in element.iter() if local(one) == name)

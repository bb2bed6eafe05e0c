"""The record that officielebekendmakingen.nl gives with a publication: ``metadata.xml`` beside the letter.

Reads one small file beside a letter; a record that is missing, damaged or of another letter counts as none.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from loaders.metadata import parliamentary

_LARGEST = 1_000_000


def record_beside(path: Path | None) -> dict[str, str]:
    """title, sender, reference, date (of the letter) and issued (of the publication) of the letter in ``path``, where known."""
    if path is None:
        return {}
    for candidate in (path.with_name(f"{path.stem}.metadata.xml"), path.with_name("metadata.xml")):
        try:
            if not candidate.is_file() or candidate.stat().st_size > _LARGEST:
                continue
            fields = read_record(candidate.read_bytes())
        except OSError:
            continue
        named_after = candidate.name != "metadata.xml"
        if named_after or fields.get("identifier") in (path.stem, path.parent.name) or _alone(path):
            return fields
    return {}


def read_record(content: bytes) -> dict[str, str]:
    """The fields of one metadata.xml: ``metadata`` elements with a name and a content; empty when it cannot be read."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return {}
    values: dict[str, list[str]] = {}
    for one in root.iter("metadata"):
        values.setdefault(one.get("name", ""), []).append(" ".join(one.get("content", "").split()))
    first = {name: found[0] for name, found in values.items() if found[0]}
    fields = {
        "identifier": first.get("DC.identifier", ""),
        "title": first.get("OVERHEIDop.documenttitel") or first.get("DC.title", ""),
        "sender": first.get("OVERHEIDop.indiener") or first.get("DC.creator", ""),
        "date": first.get("OVERHEIDop.datumBrief", ""),
        "issued": first.get("DCTERMS.issued", ""),
        "reference": _reference(first),
    }
    return {key: value for key, value in fields.items() if value}


def _reference(first: dict[str, str]) -> str:
    year = first.get("OVERHEIDop.vergaderjaar", "")[:4]
    dossier, _, part = first.get("OVERHEIDop.dossiernummer", "").partition("-")
    number = first.get("OVERHEIDop.ondernummer", "")
    if not (year.isdecimal() and dossier and number):
        return ""
    chamber = "I" if number.isalpha() else "II"  # the Senate numbers its papers with letters
    return parliamentary(chamber, year, dossier, part or None, number)


def _alone(path: Path) -> bool:
    """True when the letter and its record are all that the folder holds."""
    return {one.name for one in path.parent.iterdir()} == {path.name, "metadata.xml"}

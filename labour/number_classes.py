"""What a number in a letter is when it is no claim: the classes of ``extract --account`` in Dutch and English."""

from __future__ import annotations

from labour.wording import Names, name

CLASS_NAMES: Names = {
    "address": ("adres", "address"),
    "age_attribute": ("leeftijdsgrens", "age limit"),
    "bookmark_id": ("bladwijzer", "bookmark"),
    "clock_time": ("tijdstip", "time of day"),
    "date": ("datum", "date"),
    "enumeration_counter": ("telwoord", "counting word"),
    "figure_number": ("nummer van een figuur of tabel", "number of a figure or table"),
    "footnote_marker": ("nootteken", "note mark"),
    "footnote_number": ("nummer van een voetnoot", "number of a footnote"),
    "frequency": ("aantal keren", "number of times"),
    "hours_attribute": ("urengrens", "limit of hours"),
    "kamerstuk_ref": ("dossiernummer", "dossier number"),
    "law_article": ("wetsartikel", "article of law"),
    "list_number": ("nummer in een lijst", "number in a list"),
    "markup": ("opmaak", "markup"),
    "name_number": ("deel van een naam", "part of a name"),
    "name_year": ("jaartal in een naam", "year in a name"),
    "no_unit": ("getal zonder eenheid", "number without a unit"),
    "ordinal": ("rangtelwoord", "ordinal"),
    "page_number": ("paginanummer", "page number"),
    "party_name_number": ("deel van een partijnaam", "part of a party's name"),
    "period_attribute": ("periode of duur", "period or duration"),
    "phone": ("telefoonnummer", "phone number"),
    "postal_code": ("postcode", "postal code"),
    "ratio_base": ("grondtal van een verhouding", "base of a ratio"),
    "reference_id": ("kenmerk", "reference"),
    "section_number": ("nummer van een hoofdstuk", "number of a section"),
    "table_heading": ("kop van een tabel", "heading of a table"),
    "threshold_attribute": ("grenswaarde", "threshold"),
    "url_id": ("deel van een webadres", "part of a web address"),
}


def number_class(key: str, language: str = "nl") -> str:
    """The class in words; an id without a name is shown as it is."""
    return name(CLASS_NAMES, key, language).replace("_", " ")

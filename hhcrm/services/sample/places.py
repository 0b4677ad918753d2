"""Real ZIP codes of the Nashville area with the middle of each; a test holds them to the ZIP package.

They are written out because reading the package's file of all ZIP codes takes longer than filling the sample.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A ZIP code: its city, its county, its middle in degrees."""

    zip: str
    city: str
    county: str
    latitude: float
    longitude: float


SERVED_COUNTIES = ("Davidson", "Williamson", "Rutherford", "Sumner", "Wilson")

TERRITORIES = ("Nashville West", "Nashville East", "Williamson and Rutherford", "Sumner and Wilson")
"""In the order of the liaisons who work them."""

HOMES = ("37205", "37206", "37067", "37075")
"""Where the liaisons live, in the same order."""

_EAST_OF = -86.77

PLACES: tuple[Place, ...] = (
    Place("37013", "Antioch", "Davidson", 36.0595, -86.6592),
    Place("37014", "Arrington", "Williamson", 35.8566, -86.6633),
    Place("37022", "Bethpage", "Sumner", 36.5186, -86.3146),
    Place("37027", "Brentwood", "Williamson", 36.0063, -86.7909),
    Place("37031", "Castalian Springs", "Sumner", 36.3806, -86.3107),
    Place("37037", "Christiana", "Rutherford", 35.696, -86.368),
    Place("37040", "Clarksville", "Montgomery", 36.522, -87.349),
    Place("37046", "College Grove", "Williamson", 35.7832, -86.7495),
    Place("37048", "Cottontown", "Sumner", 36.4912, -86.6033),
    Place("37055", "Dickson", "Dickson", 36.076, -87.3995),
    Place("37060", "Eagleville", "Rutherford", 35.7492, -86.6327),
    Place("37062", "Fairview", "Williamson", 35.9755, -87.1321),
    Place("37064", "Franklin", "Williamson", 35.9328, -86.8788),
    Place("37066", "Gallatin", "Sumner", 36.3834, -86.4512),
    Place("37067", "Franklin", "Williamson", 35.9121, -86.7655),
    Place("37069", "Franklin", "Williamson", 35.9796, -86.9106),
    Place("37072", "Goodlettsville", "Davidson", 36.3417, -86.7212),
    Place("37075", "Hendersonville", "Sumner", 36.3054, -86.6072),
    Place("37076", "Hermitage", "Davidson", 36.1848, -86.6002),
    Place("37080", "Joelton", "Davidson", 36.329, -86.9163),
    Place("37085", "Lascassas", "Rutherford", 35.9495, -86.3112),
    Place("37086", "La Vergne", "Rutherford", 36.0127, -86.56),
    Place("37087", "Lebanon", "Wilson", 36.2098, -86.3024),
    Place("37090", "Lebanon", "Wilson", 36.1185, -86.263),
    Place("37115", "Madison", "Davidson", 36.2604, -86.7046),
    Place("37118", "Milton", "Rutherford", 35.9221, -86.1824),
    Place("37122", "Mount Juliet", "Wilson", 36.1897, -86.5023),
    Place("37127", "Murfreesboro", "Rutherford", 35.763, -86.3722),
    Place("37128", "Murfreesboro", "Rutherford", 35.8454, -86.4867),
    Place("37129", "Murfreesboro", "Rutherford", 35.871, -86.4181),
    Place("37130", "Murfreesboro", "Rutherford", 35.8456, -86.3903),
    Place("37135", "Nolensville", "Williamson", 35.9307, -86.6829),
    Place("37138", "Old Hickory", "Davidson", 36.2416, -86.6117),
    Place("37148", "Portland", "Sumner", 36.5673, -86.5059),
    Place("37149", "Readyville", "Rutherford", 35.7989, -86.2415),
    Place("37153", "Rockvale", "Rutherford", 35.745, -86.5352),
    Place("37167", "Smyrna", "Rutherford", 35.9656, -86.5048),
    Place("37172", "Springfield", "Robertson", 36.5018, -86.8769),
    Place("37174", "Spring Hill", "Williamson", 35.7173, -86.9048),
    Place("37179", "Thompsons Station", "Williamson", 35.809, -86.8913),
    Place("37184", "Watertown", "Wilson", 36.0953, -86.1434),
    Place("37186", "Westmoreland", "Sumner", 36.5756, -86.2353),
    Place("37189", "Whites Creek", "Davidson", 36.2744, -86.8292),
    Place("37201", "Nashville", "Davidson", 36.1657, -86.7781),
    Place("37203", "Nashville", "Davidson", 36.1504, -86.7916),
    Place("37204", "Nashville", "Davidson", 36.1067, -86.7743),
    Place("37205", "Nashville", "Davidson", 36.1114, -86.869),
    Place("37206", "Nashville", "Davidson", 36.1798, -86.7411),
    Place("37207", "Nashville", "Davidson", 36.2195, -86.774),
    Place("37208", "Nashville", "Davidson", 36.1762, -86.8076),
    Place("37209", "Nashville", "Davidson", 36.1546, -86.8602),
    Place("37210", "Nashville", "Davidson", 36.1379, -86.741),
    Place("37211", "Nashville", "Davidson", 36.0725, -86.724),
    Place("37212", "Nashville", "Davidson", 36.1337, -86.8006),
    Place("37213", "Nashville", "Davidson", 36.1663, -86.7669),
    Place("37214", "Nashville", "Davidson", 36.1633, -86.6609),
    Place("37215", "Nashville", "Davidson", 36.0986, -86.8219),
    Place("37216", "Nashville", "Davidson", 36.2125, -86.7257),
    Place("37217", "Nashville", "Davidson", 36.1052, -86.6591),
    Place("37218", "Nashville", "Davidson", 36.2071, -86.8456),
    Place("37219", "Nashville", "Davidson", 36.1678, -86.7837),
    Place("37220", "Nashville", "Davidson", 36.0641, -86.7697),
    Place("37221", "Nashville", "Davidson", 36.0662, -86.9639),
    Place("37228", "Nashville", "Davidson", 36.1901, -86.8053),
    Place("37238", "Nashville", "Davidson", 36.1866, -86.7852),
    Place("38401", "Columbia", "Maury", 35.6156, -87.038),
    Place("38476", "Primm Springs", "Williamson", 35.8104, -87.253),
)

SERVED = tuple(place for place in PLACES if place.county in SERVED_COUNTIES)
OUTSIDE = tuple(place for place in PLACES if place.county not in SERVED_COUNTIES)


def territory_of(place: Place) -> int:
    """The place in `TERRITORIES` of a served ZIP code."""
    if place.county == "Davidson":
        return 0 if place.longitude < _EAST_OF else 1
    return 2 if place.county in ("Williamson", "Rutherford") else 3

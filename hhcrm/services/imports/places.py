"""States as two letters, whatever a list calls them."""

from __future__ import annotations

from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.services.imports.rows import Refused

_NAMES = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|"
    "DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|"
    "KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|"
    "MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|"
    "NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|"
    "SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|"
    "WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|"
    "MP Northern Mariana Islands"
)
_CODES = {fold(each[3:]): each[:2] for each in _NAMES.split("|")}


def state_code(text: str | None) -> str | None:
    """The two letters of a state. Raises Refused."""
    if text is None:
        return None
    if len(text) == 2 and text.isascii() and text.isalpha():
        return text.upper()
    code = _CODES.get(fold(text))
    if code is None:
        raise Refused("state", text, translate("imports", "Give a state as two letters, such as TN, or by its name."))
    return code

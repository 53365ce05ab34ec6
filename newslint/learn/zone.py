"""The time zone that the offsets of a site's dates tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from newslint.text.dates import find_zone

FEWEST = 20
"""Dates with an offset that tell a zone."""

_ZONES = (
    *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("America/Anchorage", "America/Phoenix", "Pacific/Honolulu", "America/Halifax"),
    *("America/St_Johns", "America/Mexico_City", "America/Bogota", "America/Lima"),
    *("America/Santiago", "America/Caracas", "America/Sao_Paulo", "America/Argentina/Buenos_Aires"),
    *("Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow", "Europe/Istanbul"),
    *("Europe/Lisbon", "Africa/Cairo", "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi"),
    *("Asia/Jerusalem", "Asia/Tehran", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata"),
    *("Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Shanghai"),
    *("Asia/Tokyo", "Asia/Seoul", "Australia/Perth", "Australia/Adelaide", "Australia/Brisbane"),
    *("Australia/Sydney", "Pacific/Auckland", "Asia/Yekaterinburg", "Asia/Novosibirsk"),
    *("Asia/Vladivostok",),
)
"""Zones of which each stands for those around it with the same offsets on the same days."""


def told_zone(moments: Iterable[datetime]) -> str:
    """The IANA zone whose offsets these moments have, nearly all of them; empty where several fit
    or none does.

    Moments of one offset alone tell a zone only where they lie in every season: half of the zones
    of Europe and of Africa have the same in winter.
    """
    known = [one for one in moments if one.utcoffset() is not None]
    if len(known) < FEWEST:
        return ""
    if all(not one.utcoffset() for one in known):
        return "UTC" if _is_all_year(known) else ""
    fitting = [zone for zone in _ZONES if _fits(zone, known)]
    return fitting[0] if len(fitting) == 1 else ""


def _fits(zone: str, moments: list[datetime]) -> bool:
    place = find_zone(zone)
    right = sum(one.astimezone(place).utcoffset() == one.utcoffset() for one in moments)
    return right >= 0.97 * len(moments)


def _is_all_year(moments: list[datetime]) -> bool:
    """True where some lie in January and some in July: London has no offset in winter, too."""
    months = {one.month for one in moments}
    return bool(months & {12, 1, 2}) and bool(months & {6, 7, 8})

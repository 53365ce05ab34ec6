"""Schemas of one's own: JSON Schema files of the site, and pydantic models, beside `[fields]`.

Whoever can propose an article can propose a schema: nothing outside the site is read, no address
is asked for, patterns are linear, and what a schema may cost is known before it is asked.
"""

"""Schemas of one's own: JSON Schema files of the site, and pydantic models, beside `[fields]`.

Whoever can propose an article can propose a schema: nothing outside the site is read, no address
is asked for, patterns are linear, and what a schema may cost is known before it is asked.
"""

SCHEMA_KEY = "$schema"
"""The key that names an article's own schema, and is no part of what that judges."""

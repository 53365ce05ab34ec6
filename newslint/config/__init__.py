"""What holds for one article: config files, presets, fields, settings.

`settings.py` is what comes out, as a value. `command_line.py` is what was typed, `load.py` reads
presets and config files, and `layers.py` is all of it together for one site. `selection.py` says
which rules are on, `resolve.py` joins the layers, and `site.py` does so for each file, overrides
included; `project.py` finds the site of a path.
"""

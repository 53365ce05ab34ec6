"""The rules: one file each. `newslint.registry` finds them."""

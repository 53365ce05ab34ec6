"""Frozen values that everything else speaks of. Imports nothing else of newslint."""

"""Tests of `newslint.site`."""

"""Bytes and paths: finding, reading, writing, and asking git."""

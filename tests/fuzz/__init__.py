"""A fuzzer that runs for a given time: `python -m tests.fuzz --minutes 10`."""

"""One article through the rules: check, fix, and the proof."""

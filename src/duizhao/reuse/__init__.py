"""Finding copied passages: which documents share which text, shown place by place and never judged."""

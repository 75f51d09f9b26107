"""Heart-to-heart talks before a meeting: who has to talk with whom, who has, and what the two write down."""

"""Which cause and which measure answers which problem."""

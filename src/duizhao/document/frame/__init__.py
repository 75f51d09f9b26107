"""What stands around the body: titles, salutations, signatures, lines of pages and sites."""

"""What reading and checking Word files costs, in pieces as Word saves them."""

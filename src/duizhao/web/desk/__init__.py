"""The desk: files that one person puts in, what is found in them, and what is made of them."""

"""Divides a document into chapters by kind and the points under them."""

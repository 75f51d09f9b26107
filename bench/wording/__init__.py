"""Wording: how many mistakes that guides call common are found, and how often correct prose is accused."""

"""Opinions on a team and its members: asked for with one-time codes, sealed until a round closes, answered."""

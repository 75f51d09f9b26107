"""Is this text a statement at all?"""

"""The names of the api by subject: each module is imports alone, and all it imports is a name of `duizhao.api`."""

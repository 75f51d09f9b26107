"""A demonstration: an office that does not exist, last year's finished meeting and this year's running one."""

"""DZ1xx: title, preamble, sections, aspects, signature and date."""

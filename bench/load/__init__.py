"""An organisation of many units under many people at once: pages, queries, writes."""

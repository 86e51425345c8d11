"""The REST API, /api/v1: what the pages show, as JSON and CSV, over the same queries. Versioned by its address."""

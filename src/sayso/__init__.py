"""sayso: who says what, on whose word."""

"""How the reading model is made; never imported by the package."""

"""`python -m sayso` is the program `sayso`."""

from sayso.cli import main

main()

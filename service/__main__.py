"""`python -m service` is `ajar`."""

from service.cli import main

main()

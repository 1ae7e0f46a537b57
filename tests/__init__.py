"""The tests: a file for each module, real servers under `servers`, real-shaped mails under `mails`."""

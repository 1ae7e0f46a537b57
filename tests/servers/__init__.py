"""Real servers for the tests, on 127.0.0.1 and free ports only."""

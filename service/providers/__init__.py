"""Ways to reach a mailbox. Each translates its own library and knows neither the ledger nor another provider."""

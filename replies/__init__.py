"""May a mail be answered, and how? Pure: no network, no disk but its own templates, no clock."""

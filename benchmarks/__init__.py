"""Scripts that measure what Ajar promises, over real servers. README.md tells what each shows."""

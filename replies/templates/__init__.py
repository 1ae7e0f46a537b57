"""The words of every reply: language/kind/shape-tone-number.txt.j2, a line for a sentence."""

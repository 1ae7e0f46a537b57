"""How far an application came, why it ended and what becomes of it: the words that tell, and one grammar for all.

Nobody can list the sentences ("the morning with you among the shelves"), but the words are few: something that people
meet at, thanks, a look back, "our" and "your", somebody else, a choice. `lexicon` knows the words of each language and
spells a sentence as one letter for each; `grammar` writes rules over such letters; `stages`, `reasons` and `afterwards`
are the rules. These lexicons may grow freely; those of `classifier.concepts` may not, for a model was fitted to them.
"""

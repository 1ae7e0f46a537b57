"""How far an application came and why it ended: the words that tell it in each language, and one grammar for all.

Nobody can list the sentences ("the morning with you among the shelves"), but the words are few: something that people
meet at, thanks, a look back, "our" and "your". `lexicon` knows the words and spells each sentence as one letter a word;
`grammar` writes rules over such letters; `stages` and `reasons` are the rules.
"""

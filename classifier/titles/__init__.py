"""How titles of positions are written and what stands round them, in each language: words, and a small grammar.

`lexicon` knows the words, `tokens` splits a line into them, `walk` and `spans` find the stretches that could be titles,
and `evidence` weighs what speaks for each. `classifier.roles` chooses.
"""

"""Everything that touches the world, and the order of things.

                      pure: no network, disk or clock                    |          I/O, may be repeated

 bytes --parse--> Message --read--> Reading --decide--> Decision         |   record      due?        look again, save
   ^                               (Verdict, Details)   Reply | Skip ----|--> Ledger --> pending --> Draft --> mailbox
   |                                                     ^               |      |
   +-- Mailbox.fetch(cursor, since)                      +--- History ---|------+

mailbox     what is asked of a mailbox; providers/ are the ways to reach one
pipeline    the pure middle: judge a mail, reconsider an owed reply
ledger      what was seen, what is owed, what was done
collect     mailbox → ledger       deliver     ledger → mailbox       jobs     a sweep of both
daemon      APScheduler, signals, sign of life
cli         the commands; assembly puts the parts together for them

The cursor is a hint, the ledger is the truth: a mail may be fetched twice, none may be skipped. A mail and the reply
that it owes are recorded in one transaction with the cursor. Saving is: claim, look at the conversation again, save
once, mark. Nothing is ever marked before it is saved, and nothing is saved twice without looking first.
"""

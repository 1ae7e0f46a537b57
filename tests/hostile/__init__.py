"""Mails that mean harm, or are broken: where they come from, how they are bent, and what reading them may cost.

`tests/test_hostile_mail.py` reads some thousand of them in some seconds, `make fuzz` many more for some minutes.
"""

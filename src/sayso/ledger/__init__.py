"""The ledger: what was captured, read and decided, kept for good; and the rows that questions are asked of.

    store.py      the file: opening, transactions, migrations      append.py     Readings in, nothing double
    tables.py     what is kept, append-only                         rows.py       what is derived from it, rebuilt at will
    index.py      rows of an article, written and taken away        decisions.py  an analyst's acts, and what they hang on
    question.py, ask.py, queries.py                                 finding
    check.py, backup.py, forget.py                                  keeping

One rule: nothing that was captured, read or decided is ever changed or removed (triggers refuse it), but for an article
that is forgotten for legal reasons. All other tables can be thrown away and made again from these.
"""

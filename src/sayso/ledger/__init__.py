"""The ledger: what was captured, read and decided, kept for good; and the rows that questions are asked of.

    store.py         the file: opening, transactions, migrations
    tables.py        what is kept, append-only
    rows.py          what is derived from it, made again at will; derive.py says how, index.py writes it
    append.py        Readings in, nothing double; kept.py: out again
    decisions.py     an analyst's acts; anchoring.py: what they hang on, found again
    question.py, ask.py, queries.py                 finding
    check.py, backup.py, forget.py                  keeping

One rule: nothing that was captured, read or decided is ever changed or removed (triggers refuse it), but for an article
that is forgotten for legal reasons. All other tables can be thrown away and made again from these.
"""

"""The ledger's form through time: one file a step in versions/, run by Alembic inside one transaction each."""

"""Run the steps on the connection that `tallybook.ledger.migrate` hands over, inside its transaction."""

from alembic import context

# Alembic gives its context a configuration only while it runs this file; importing it does nothing.
if hasattr(context, "config"):
    context.configure(
        connection=context.config.attributes["connection"],
        version_table=context.config.attributes["version_table"],
    )
    context.run_migrations()

"""The app: a book over HTTP on this machine. `create_app` in `app` makes it, `serve` in `serving` runs it.

Nothing is imported here, so that a first answer does not wait for what only a later one needs.
"""

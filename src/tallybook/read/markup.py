"""stub"""

from tallybook.read.dump import read_dump as read_markup

__all__ = ["read_markup"]

"""Files and folders into captures, whatever the format."""

from tallybook.read.containers.opening import captures_in, captures_of, files_of

__all__ = ["captures_in", "captures_of", "files_of"]

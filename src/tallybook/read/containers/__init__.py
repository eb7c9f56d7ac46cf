"""Files and folders into captures, whatever the format."""

from tallybook.read.containers.opening import captures_in, captures_of, files_of
from tallybook.read.containers.parted import can_be_parted, captures_of_part
from tallybook.read.containers.warc import WHOLE, Part

__all__ = ["WHOLE", "Part", "can_be_parted", "captures_in", "captures_of", "captures_of_part", "files_of"]

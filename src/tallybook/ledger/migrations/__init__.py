"""The steps by which a book's tables came to be, in order. A step that has been released is never edited."""

"""The recipe that trains the language packs from Universal Dependencies treebanks; see README.md."""

"""HTML: the tree of a page, the furniture around its text, and the blocks of the text."""

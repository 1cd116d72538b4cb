"""What a text is made of: words, sentences, tokens, languages; one notion each, for every stage."""

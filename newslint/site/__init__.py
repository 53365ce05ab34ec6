"""All articles of a site together: what each tells the others, and the rules that compare them."""

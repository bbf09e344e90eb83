"""Files of other formats than text, made by hand."""

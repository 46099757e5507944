"""Files become sheets: cells as they stand, at the row and column that the person sees."""

"""Files become rows, rows become customers, milestones and orders."""

"""What writes workbooks: the form of a business, and the corrected copy of a spreadsheet."""

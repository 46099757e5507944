"""The desk: the month in the browser, where every card can be changed before it is made."""

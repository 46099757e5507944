"""Plans: from what is known of a person and what can be said of it to notes, the best of many first."""

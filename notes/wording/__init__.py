"""The words for a pick: salutations, templates, wordings."""

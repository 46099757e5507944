"""What a jotting says, said back in the second person, a whole sentence that can stand on a card."""

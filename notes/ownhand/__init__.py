"""One's own hand: a sheet of paper to write on, and the hand that is read from its photographs."""

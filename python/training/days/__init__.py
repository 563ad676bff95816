"""Training of the chooser of the days of events."""

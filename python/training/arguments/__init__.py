"""Training of the classifier of the participants of events."""

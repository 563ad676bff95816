"""Training of the classifier of event triggers."""

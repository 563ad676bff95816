"""Training of the learned reader: segmentation, tags, lemmas, syntax and names from one small encoder.

`docs/model-card.md` tells what it is trained on. Every module with a `main` is one command, run from `python/training`
as `python -m reader.<module>`; all paths are arguments, nothing is written into the repository.
"""

"""Collections of articles, and the tables of what they report."""

from ._corpus import Corpus
from ._tables import Tables

__all__ = ["Corpus", "Tables"]

"""The shape of a text: blocks, headings, numbering, sentences, and what is printed twice."""

from regesta.structure.build import outline
from regesta.structure.sentences import sentences

__all__ = ["outline", "sentences"]

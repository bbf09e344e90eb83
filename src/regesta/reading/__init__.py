"""Files and pages become frozen text with their furniture marked; nothing here knows diplomacy."""

from regesta.reading.dateline import DateLine, dateline
from regesta.reading.files import TEXTS as TEXT_SUFFIXES
from regesta.reading.files import expand
from regesta.reading.furniture import furniture
from regesta.reading.manifest import Manifest, read_manifest
from regesta.reading.media import LIMIT
from regesta.reading.page import read_bytes, read_file
from regesta.reading.part import Part
from regesta.reading.parts import parts_of, parts_of_file

__all__ = [
    "LIMIT",
    "TEXT_SUFFIXES",
    "DateLine",
    "Manifest",
    "Part",
    "dateline",
    "expand",
    "furniture",
    "parts_of",
    "parts_of_file",
    "read_bytes",
    "read_file",
    "read_manifest",
]

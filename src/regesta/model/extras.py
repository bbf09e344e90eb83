"""What an extra of the package brings, and the sentence for where it is not installed."""

from __future__ import annotations

from importlib.util import find_spec

from regesta.model.finding import RegestaError

_BRINGS = {
    "web": ("fastapi", "uvicorn", "jinja2", "multipart", "argon2", "httpx2"),
    "fetch": ("httpx2", "httpcore2", "feedparser", "defusedxml"),
    "formats": ("pypdf", "docx", "warcio"),
    "exports": ("pyarrow", "icalendar", "docx"),
    "frames": ("pandas", "pyarrow"),
    "mcp": ("mcp", "uvicorn"),
}


def need(extra: str) -> None:
    """Raise :class:`RegestaError` where what ``extra`` brings is not there."""
    missing = [name for name in _BRINGS[extra] if find_spec(name) is None]
    if missing:
        told = f"This needs {', '.join(missing)}, which come with an extra"
        raise RegestaError(f"{told}: pip install 'regesta[{extra}]'.")

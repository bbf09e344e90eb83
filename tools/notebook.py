"""Run docs/walk.ipynb, and take anew what its cells print.

    python tools/notebook.py           write it
    python tools/notebook.py --check   say whether it is what is printed today

The notebook is run where it stands, with the ledger in a folder of its own that is removed.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import nbformat
from nbclient import NotebookClient

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parent.parent / "docs" / "walk.ipynb"
_SECONDS = 120


def run(notebook: Any) -> Any:
    """Return the notebook with what its cells print today; a cell that fails ends the work."""
    with TemporaryDirectory() as folder, _environment(folder):
        client = NotebookClient(
            notebook,
            timeout=_SECONDS,
            kernel_name="python3",
            resources={"metadata": {"path": str(PAGE.parent)}},
        )
        kernel = client.create_kernel_manager()
        kernel.transport, kernel.ip = "ipc", f"{folder}/kernel"  # through files of its own, not the network
        done = client.execute()
    for cell in done.cells:
        cell.metadata.pop("execution", None)  # when it was run
    return done


def read() -> Any:
    """Return the notebook as it is stored."""
    return nbformat.read(PAGE, as_version=4)  # type: ignore[no-untyped-call]


def printed(notebook: Any) -> list[list[str]]:
    """Return what each cell printed, line by line, without what differs from run to run."""
    return [_lines(cell) for cell in notebook.cells if cell.cell_type == "code"]


def _lines(cell: Any) -> list[str]:
    told = [
        output.text if output.output_type == "stream" else output.data["text/plain"]
        for output in cell.outputs
        if output.output_type in ("stream", "execute_result", "display_data")
    ]
    return "".join(told).splitlines()


@contextmanager
def _environment(folder: str) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ |= {"REGESTA_LEDGER": f"{folder}/walk.db", "COLUMNS": "100", "NO_COLOR": "1"}
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    os.environ["IPYTHONDIR"] = os.environ["JUPYTER_RUNTIME_DIR"] = folder
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def main(arguments: list[str]) -> int:
    """Write the notebook, or say whether it is as it should be."""
    stored = read()
    before = printed(stored)
    done = run(stored)
    if "--check" in arguments:
        same = printed(done) == before
        print("docs/walk.ipynb is what is printed today." if same else "Run python tools/notebook.py.")
        return 0 if same else 1
    nbformat.write(done, PAGE)  # type: ignore[no-untyped-call]
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

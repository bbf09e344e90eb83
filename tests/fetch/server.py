"""A server that misbehaves on purpose; each path has its own vice."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.reading.formats.pdfs import column, pdf

PAGE = b"<html><head><title>Talks</title></head><body><p>The ministers met on 4 May 2031.</p></body></html>"
BOMB = gzip.compress(bytes(16 * 2**20))
TAG = '"one"'


class Vices(BaseHTTPRequestHandler):
    """Answers by the name of the vice in the path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        vice = self.path.strip("/").partition("?")[0].replace("-", "_").replace(".", "_") or "good"
        getattr(self, f"_{vice}", self._missing)()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _send(self, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        named = {"content_type": "text/html; charset=utf-8", "content_length": str(len(body))} | headers
        for name, value in named.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _good(self) -> None:
        if self.headers.get("If-None-Match") == TAG:
            self._send(b"", 304, etag=TAG)
            return
        self._send(etag=TAG, last_modified="Sun, 04 May 2031 10:00:00 GMT")

    def _missing(self) -> None:
        self._send(b"<p>none</p>", 404)

    def _gone(self) -> None:
        self._send(b"<p>none</p>", 410)

    def _busy(self) -> None:
        self._send(b"<p>later</p>", 429, retry_after="7")

    def _down(self) -> None:
        self._send(b"<p>later</p>", 503)

    def _broken(self) -> None:
        self._send(b"<p>oh</p>", 500)

    def _moved(self) -> None:
        self._send(b"", 301, location="/good")

    def _loop(self) -> None:
        self._send(b"", 302, location="/loop")

    def _to_file(self) -> None:
        self._send(b"", 302, location="file:///etc/passwd")

    def _to_metadata(self) -> None:
        self._send(b"", 302, location="http://169.254.169.254/latest")

    def _truncated(self) -> None:
        self._send(PAGE, content_length=str(len(PAGE) + 100))
        self.close_connection = True

    def _large(self) -> None:
        self._send(b"<p>" + b"a" * 3_000_000)

    def _gzip(self) -> None:
        self._send(gzip.compress(PAGE), content_encoding="gzip")

    def _deflate(self) -> None:
        self._send(zlib.compress(PAGE), content_encoding="deflate")

    def _bomb(self) -> None:
        self._send(BOMB, content_encoding="gzip")

    def _half_gzip(self) -> None:
        packed = gzip.compress(PAGE)
        self._send(packed[: len(packed) // 2], content_encoding="gzip")

    def _not_gzip(self) -> None:
        self._send(PAGE, content_encoding="gzip")

    def _unasked(self) -> None:
        self._send(PAGE, content_encoding="br")

    def _picture(self) -> None:
        self._send(b"\x89PNG", content_type="image/png")

    def _release_pdf(self) -> None:
        words = "On 4 May 2031 Minister Ada Quill met Minister Bo Tarn in Port Selen."
        self._send(pdf([column(words), column("They spoke of boats.")]), content_type="application/pdf")

    def _half_pdf(self) -> None:
        words = "On 4 May 2031 Minister Ada Quill met Minister Bo Tarn in Port Selen."
        self._send(pdf([column(words), []], picture=True), content_type="application/pdf")

    def _scan_pdf(self) -> None:
        self._send(pdf([[]], picture=True), content_type="application/pdf")

    def _untyped(self) -> None:
        self._send(PAGE, content_type="")

    def _latin(self) -> None:
        self._send("<p>Größe</p>".encode("latin-1"), content_type="text/html; charset=ISO-8859-1")

    def _silent(self) -> None:
        time.sleep(2)

    def _dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"a")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def _nonsense(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")
        self.close_connection = True


class Quiet(ThreadingHTTPServer):
    """Says nothing of clients that hang up, which the vices make them do."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@contextmanager
def misbehaving() -> Iterator[str]:
    """Serve the vices on a free port of this machine; give the address."""
    server = Quiet(("127.0.0.1", 0), Vices)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()

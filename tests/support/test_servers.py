"""Servers on the loopback: a real nginx with TLS, and one that lies."""
import contextlib
import os
import pathlib
import socket
import ssl
import struct
import subprocess
import threading
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_authority(folder, name):
    key, certificate = folder / f"{name}.key", folder / f"{name}.crt"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                    "-subj", f"/CN={name}", "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return key, certificate


def make_certificate(folder, authority, name, alternative):
    """A server's certificate, signed by the authority, for `alternative` ("IP:127.0.0.1")."""
    key, request, certificate, extra = (folder / f"{name}.{suffix}" for suffix in ("key", "csr", "crt", "ext"))
    subprocess.run(["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj",
                    f"/CN={name}", "-keyout", key, "-out", request], check=True, capture_output=True)
    extra.write_text(f"subjectAltName={alternative}\nbasicConstraints=CA:FALSE\n")
    subprocess.run(["openssl", "x509", "-req", "-days", "2", "-in", request, "-CA", authority[1], "-CAkey", authority[0],
                    "-CAcreateserial", "-extfile", extra, "-out", certificate], check=True, capture_output=True)
    return key, certificate


class Nginx:
    """One nginx that serves `www` on several TLS ports. `sites` is a list of (port, certificate, extra directives)."""

    def __init__(self, folder, www, sites):
        self.folder = folder
        folder.mkdir()
        servers = "\n".join(f"""
    server {{
        listen 127.0.0.1:{port} ssl{' http2' if 'http2' in extra else ''};
        ssl_certificate {certificate[1]};
        ssl_certificate_key {certificate[0]};
        root {www};
        {extra.replace('http2', '')}
    }}""" for port, certificate, extra in sites)
        temporary = "\n".join(f"    {kind}_temp_path {folder}/{kind};"
                              for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        folder.joinpath("nginx.conf").write_text(f"""
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ }}
http {{
{temporary}
    types {{ application/json json; }}
    default_type application/octet-stream;
    log_format head '$request|$status|$body_bytes_sent|agent=$http_user_agent|language=$http_accept_language|cookie=$http_cookie|referrer=$http_referer|none_match=$http_if_none_match|since=$http_if_modified_since|range=$http_range|if_range=$http_if_range|encoding=$http_accept_encoding|accept=$http_accept';
    access_log {folder}/access.log head;
{servers}
}}
""")
        with open(folder / "stderr", "wb") as complaints:
            self.process = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"], stdin=subprocess.DEVNULL,
                                            stdout=subprocess.DEVNULL, stderr=complaints,
                                            env={**os.environ, "PATH": os.environ.get("PATH", "") + ":/usr/sbin:/sbin"})
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", sites[0][0]), 1):
                return
            time.sleep(0.1)
        raise RuntimeError("nginx did not start: " + folder.joinpath("stderr").read_text())

    def requests(self):
        """What was asked so far, one dictionary each, and forgets it."""
        log = self.folder / "access.log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.write_text("")
        found = []
        for line in lines:
            first, status, sent, *rest = line.split("|")
            found.append({"line": first, "status": int(status), "sent": int(sent),
                          **dict(field.split("=", 1) for field in rest)})
        return found

    def close(self):
        self.process.terminate()
        self.process.wait(10)


class LyingServer:
    """Serves /<lie>/<file> from a folder. The lie is about the compressed catalog; everything else is honest."""

    def __init__(self, folder, certificate):
        self.folder, self.asked, self.stop = pathlib.Path(folder), [], threading.Event()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate[1], certificate[0])
        self.context = context
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while not self.stop.is_set():
            try:
                raw, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(raw,), daemon=True).start()

    def serve(self, raw):
        with contextlib.suppress(OSError, ValueError):
            with self.context.wrap_socket(raw, server_side=True) as connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    more = connection.recv(4096)
                    if not more:
                        return
                    head += more
                lines = head.decode("latin-1").split("\r\n")
                _, lie, name = lines[0].split(" ")[1].split("/")
                fields = {line.split(":", 1)[0].lower(): line.split(":", 1)[1].strip() for line in lines[1:] if ":" in line}
                self.asked.append((lie, name, fields))
                self.answer(connection, lie, name, fields)

    def answer(self, connection, lie, name, fields):
        file = self.folder / name
        if not file.is_file():
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            return
        body = file.read_bytes()
        if not name.endswith(".db.gz"):
            kind = "application/json" if name.endswith(".json") else "application/octet-stream"
            self.reply(connection, "200 OK", [f"Content-Type: {kind}", f"Content-Length: {len(body)}"], body)
            return
        getattr(self, lie.replace("-", "_"))(connection, body, fields)

    @staticmethod
    def reply(connection, status, fields, body):
        head = "\r\n".join([f"HTTP/1.1 {status}", *fields, "Connection: close", "", ""])
        connection.sendall(head.encode() + body)

    @staticmethod
    def reset(connection):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    octets = "Content-Type: application/octet-stream"

    def length_too_big(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets, f"Content-Length: {len(body) + 100}"], body)

    def length_too_small(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets, f"Content-Length: {len(body) - 100}"], body)

    def short_without_length(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets], body[:len(body) // 2])

    def short_body(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets, f"Content-Length: {len(body)}"], body[:len(body) // 2])

    def endless_body(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets], b"")
        while not self.stop.is_set():
            connection.sendall(bytes(65536))

    def endless_head(self, connection, body, fields):
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not self.stop.is_set():
            connection.sendall(b"X-More: " + b"a" * 1000 + b"\r\n")

    def packed_again(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets, "Content-Encoding: gzip", f"Content-Length: {len(body)}"], body)

    def part_unasked(self, connection, body, fields):
        self.reply(connection, "206 Partial Content", [self.octets, f"Content-Range: bytes 0-{len(body) - 1}/{len(body)}",
                                                       f"Content-Length: {len(body)}"], body)

    def unchanged_unasked(self, connection, body, fields):
        self.reply(connection, "304 Not Modified", [], b"")

    def half_then_reset(self, connection, body):
        self.reply(connection, "200 OK", [self.octets, f"Content-Length: {len(body)}"], body[:len(body) // 2])
        time.sleep(0.2)   # let it arrive before the reset overtakes it
        self.reset(connection)

    def wrong_part(self, connection, body, fields):
        if "range" not in fields:
            self.half_then_reset(connection, body)
            return
        half = len(body) // 2
        self.reply(connection, "206 Partial Content", [self.octets, f"Content-Range: bytes {half + 1}-{len(body) - 1}/{len(body)}",
                                                       f"Content-Length: {len(body) - half - 1}"], body[half + 1:])

    def wrong_bytes_in_part(self, connection, body, fields):
        if "range" not in fields:
            self.half_then_reset(connection, body)
            return
        start = int(fields["range"].split("=")[1].rstrip("-"))
        rest = len(body) - start
        self.reply(connection, "206 Partial Content", [self.octets, f"Content-Range: bytes {start}-{len(body) - 1}/{len(body)}",
                                                       f"Content-Length: {rest}"], bytes(rest))

    def reset_at_once(self, connection, body, fields):
        self.reset(connection)

    def stalled(self, connection, body, fields):
        self.reply(connection, "200 OK", [self.octets, f"Content-Length: {len(body)}"], body[:len(body) // 2])
        self.stop.wait(30)

    def garbage(self, connection, body, fields):
        connection.sendall(b"\x00\x01 I am no web server\r\n" * 10)

    def flaky(self, connection, body, fields):
        """Honest, but breaks off once: the way a train enters a tunnel."""
        if "range" not in fields:
            self.half_then_reset(connection, body)
            return
        start = int(fields["range"].split("=")[1].rstrip("-"))
        self.reply(connection, "206 Partial Content", [self.octets, f"Content-Range: bytes {start}-{len(body) - 1}/{len(body)}",
                                                       f"Content-Length: {len(body) - start}"], body[start:])

    def close(self):
        self.stop.set()
        self.socket.close()

"""Stand-in for a machine and for the agent in it. smolvm starts it in place of a boot (SMOLVM_BOOT_BINARY, or
libkrun's stand-in); it says that it is ready the way a guest does, takes every request for done and writes each to
GUEST_LOG, one JSON object a line. No machine is started. GUEST_IMAGE (JSON: entrypoint, cmd, env, workdir, user) is
what it says of every image."""
import base64
import hashlib
import io
import json
import os
import re
import signal
import socket
import struct
import sys
import tarfile
import threading
import time

CAPABILITIES = [
    "quiesced-shutdown-v1", "prepare-file-access-v1", "graceful-workload-stop-v1", "workload-logs-v1",
    "online-filesystem-growth-v1", "attach-mount-v1", "online-cpu-growth-v1", "offline-cpu-shrink-v1",
    "online-memory-growth-v1", "counter-rate-follow-v1", "workload-target-v1",
]
# Seconds without a request after which a machine whose starter is gone ends.
LIFETIME = 20
last_request = time.time()
machine = ""


def log(kind, **more):
    line = json.dumps({"kind": kind, "vm": machine, **more}) + "\n"
    to = os.open(os.environ["GUEST_LOG"], os.O_WRONLY | os.O_APPEND)
    try:
        os.write(to, line.encode())
    finally:
        os.close(to)


def encoded(data):
    return base64.b64encode(data).decode()


def archive(*files):
    """A tar archive of small files: a layer of an image, or an empty folder."""
    to = io.BytesIO()
    with tarfile.open(fileobj=to, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, text in files:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = len(text), 0o755, 0
            tar.addfile(entry, io.BytesIO(text))
    return to.getvalue()


LAYER = archive(("bin/sh", b"#!\n"), ("etc/passwd", b"root:x:0:0:root:/root:/bin/sh\n"), ("etc/group", b"root:x:0:\n"))


def image(reference):
    return {
        "reference": reference,
        "digest": "sha256:" + hashlib.sha256(reference.encode()).hexdigest(),
        "size": 1024,
        "created": "2024-01-01T00:00:00Z",
        "architecture": "arm64" if os.uname().machine == "aarch64" else "amd64",
        "os": "linux",
        "layer_count": 1,
        "layers": ["sha256:" + hashlib.sha256(LAYER).hexdigest()],
        **json.loads(os.environ["GUEST_IMAGE"]),
    }


def output_of(argv):
    """Commands succeed and say nothing, but for smolvm's own questions."""
    line = " ".join(argv)
    if re.search(r"\bdf\b", line):
        return "Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/vda 20000000 1 19999999 1% /\n"
    end_of_script = re.search(r"^echo ([A-Z_]*OK)$", line, re.M)
    if end_of_script:
        return end_of_script[1] + "\n"
    unpacked = re.search(r"ls -d (\S*)/\*/(\S+)", line)
    return "%s/%s/%s\n" % (unpacked[1], "0" * 64, unpacked[2]) if unpacked else ""


class Peer:
    """One connection of the host: messages of JSON, each after its length."""

    def __init__(self, connection):
        self.connection = connection

    def receive(self):
        head = self.read(4)
        body = head and self.read(struct.unpack(">I", head)[0])
        return body and json.loads(body)

    def read(self, size):
        data = b""
        while len(data) < size:
            part = self.connection.recv(size - len(data))
            if not part:
                return None
            data += part
        return data

    def send(self, status, **more):
        data = json.dumps({"status": status, **more}).encode()
        self.connection.sendall(struct.pack(">I", len(data)) + data)

    def ok(self, data=None):
        self.send("ok", **({} if data is None else {"data": data}))

    def file(self, data):
        self.send("data_chunk", data=encoded(data), done=True)


def run(peer, request):
    out = output_of(request.get("command") or []).encode()
    if request.get("detached") or request.get("background"):
        peer.send("completed", exit_code=0, stdout=encoded(b"4242"), stderr="")
    elif request.get("interactive") or request.get("tty"):
        peer.send("started")
        if out:
            peer.send("stdout", data=encoded(out))
        peer.send("exited", exit_code=0, oom=False)
    else:
        peer.send("completed", exit_code=0, stdout=encoded(out), stderr="")


def shut_down(peer, _):
    peer.ok({"filesystems_quiesced": True})
    time.sleep(0.01)
    os._exit(0)


def overlay(peer, request):
    base = "/storage/overlays/" + request["workload_id"]
    peer.ok({"rootfs_path": base + "/merged", "upper_path": base + "/upper", "work_path": base + "/work"})


def pull(peer, request):
    peer.send("progress", message="", percent=100, layer=None)
    peer.ok(image(request.get("cache_as") or request["image"]))


GIB = 1 << 30
ANSWERS = {
    "ping": lambda peer, _: peer.send("pong", version=1, capabilities=CAPABILITIES),
    "pull": pull,
    "query": lambda peer, request: peer.ok(image(request["image"])),
    "list_images": lambda peer, _: peer.ok([]),
    "run": run,
    "vm_exec": run,
    "prepare_overlay": overlay,
    "storage_status": lambda peer, _: peer.ok(
        {"ready": True, "total_bytes": 20 * GIB, "used_bytes": 1, "layer_count": 1, "image_count": 1}),
    "memory_status": lambda peer, _: peer.ok(
        {"totalBytes": GIB, "availableBytes": GIB, "freeBytes": GIB, "cachedBytes": 0, "swapTotalBytes": 0,
         "swapUsedBytes": 0}),
    "garbage_collect": lambda peer, _: peer.ok({"freed_bytes": 0, "freed": 0}),
    "export_layer": lambda peer, _: peer.file(LAYER),
    "flatten_layers": lambda peer, request: peer.ok({"size": len(LAYER)}) if request.get("output") else peer.file(LAYER),
    "archive_directory": lambda peer, _: peer.file(archive()),
    "file_read": lambda peer, request: peer.file(LAYER if request["path"].endswith(".tar") else b""),
    "list_directory": lambda peer, _: peer.ok([]),
    "list_attached_mounts": lambda peer, _: peer.ok([]),
    "branchpoint_wait": lambda peer, _: peer.ok({"contents": ""}),
    "stdin": lambda peer, _: None,
    "resize": lambda peer, _: None,
    "shutdown": shut_down,
}


def serve(connection):
    global last_request
    peer = Peer(connection)
    try:
        while request := peer.receive():
            last_request = time.time()
            if request["method"] not in ("ping", "stdin"):
                log("request", request={k: v for k, v in request.items() if k not in ("trace_id", "data")})
            ANSWERS.get(request["method"], lambda peer, _: peer.ok())(peer, request)
    except OSError:
        pass  # smolvm waits no longer
    finally:
        connection.close()


def krun_config(path):
    """What libkrun's stand-in noted, as smolvm's own boot configuration has it."""
    with open(path, errors="surrogateescape") as file:
        pairs = [part.split("=", 1) for part in file.read().split("\0") if part]
    os.unlink(path)
    last = dict(pairs)
    env = dict(value.split("=", 1) for name, value in pairs if name == "env" and "=" in value)
    return {"vsock_socket": last["vsock"], "ready_socket": last.get("ready"), "rootfs_path": last.get("rootfs")}, env


def say_ready(config, folder, marker):
    """Rings the doorbell, a socket, and writes the marker file: each release looks at one of them."""
    names = ("agent.ready", "ready.sock", "agent-ready.sock")
    bells = [config["ready_socket"]] if config.get("ready_socket") else [os.path.join(folder, name) for name in names]
    for bell in filter(os.path.exists, bells):
        with socket.socket(socket.AF_UNIX) as to:
            try:
                to.connect(bell)
                to.sendall(b"1")
            except OSError:
                pass
    try:
        with open(os.path.join(config["rootfs_path"], marker), "w") as file:
            file.write("ready\n")
    except OSError:
        pass


def watch(starter):
    """A machine for one command ends with its starter; one that stays ends when nobody asks any more."""
    while os.getppid() == starter != 1:
        time.sleep(0.02)
    if starter == 1 or not re.match(r"(vm-[0-9a-f]{8}$|pack-(fromvm-)?\d+-\d+$|\.tmp)", machine):
        while time.time() - last_request < LIFETIME:
            time.sleep(0.2)
    os._exit(0)


def main():
    global machine
    starter = os.getppid()
    if sys.argv[1:2] == ["_krun"]:
        config, env = krun_config(sys.argv[2])
    elif sys.argv[1:2] == ["_boot-vm"]:
        with open(sys.argv[-1]) as file:
            config, env = json.load(file), os.environ
    else:  # a command that smolvm gives to itself
        program = os.environ["GUEST_PROGRAM"]
        os.execv(program, [program] + sys.argv[1:])
    folder = os.path.dirname(config["vsock_socket"])
    machine = os.path.basename(folder)
    try:
        with open(os.path.join(folder, "name")) as file:
            machine = file.read().strip()
    except OSError:
        pass
    log("boot", pid=os.getpid(), config=config)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if os.path.exists(config["vsock_socket"]):
        os.unlink(config["vsock_socket"])
    server = socket.socket(socket.AF_UNIX)
    server.bind(config["vsock_socket"])
    os.chmod(config["vsock_socket"], 0o777)
    server.listen(64)
    marker = env.get("SMOLVM_READY_MARKER") or os.environ.get("SMOLVM_READY_MARKER") or ".smolvm-ready"
    say_ready(config, folder, marker)
    threading.Thread(target=watch, args=(starter,), daemon=True).start()
    while True:
        connection, _ = server.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


main()

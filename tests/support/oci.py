"""An image archive as docker/build writes it, looked into without any container engine."""
import functools
import hashlib
import io
import json
import os
import subprocess
import tarfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def architecture():
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def build(target, arch=None, **environment):
    """Builds the work tree, once for each choice; gives the archive."""
    return built(target, arch or architecture(), **environment)


@functools.cache
def built(target, arch, **environment):
    done = subprocess.run([os.path.join(ROOT, "docker", "build"), "--arch", arch, target], capture_output=True, text=True,
                          check=False, env=dict(os.environ, **environment))
    if done.returncode:
        raise AssertionError(f"docker/build {target} for {arch}:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return Archive(os.path.join(ROOT, "build", f"{target}-{arch}.oci.tar"))


class Archive:
    def __init__(self, path):
        self.path = path
        with tarfile.open(path) as tar:
            self.files = {m.name.removeprefix("./"): tar.extractfile(m).read() for m in tar.getmembers() if m.isfile()}
        self.index = json.loads(self.files["index.json"])
        self.manifest = self.document(self.index["manifests"][0])
        self.image = self.document(self.manifest["config"])
        self.config = self.image["config"]

    def blob(self, digest):
        data = self.files["blobs/" + digest.replace(":", "/")]
        if "sha256:" + hashlib.sha256(data).hexdigest() != digest:
            raise AssertionError(f"{self.path}: {digest} is not the digest of its own octets")
        return data

    def document(self, descriptor):
        data = self.blob(descriptor["digest"])
        if len(data) != descriptor["size"]:
            raise AssertionError(f"{self.path}: {descriptor['digest']} has {len(data)} octets, not {descriptor['size']}")
        return json.loads(data)

    def layers(self):
        return [tarfile.open(fileobj=io.BytesIO(self.blob(l["digest"]))) for l in self.manifest["layers"]]

    def members(self):
        """{path: tarfile member} of all layers together."""
        return {m.name.strip("./"): m for layer in self.layers() for m in layer.getmembers()}

    def read(self, path):
        for layer in reversed(self.layers()):
            for member in layer.getmembers():
                if member.name.strip("./") == path and member.isfile():
                    return layer.extractfile(member).read()
        raise KeyError(path)

    def unpack(self, folder):
        for layer in self.layers():
            layer.extractall(folder)

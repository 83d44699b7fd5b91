"""The Pods of rendered manifests, as a container runtime is told of them: what kubelet and containerd would do.

Only what the manifests say, and Kubernetes' documented defaults; an object or a field that is not known here is an
error, so that the chart cannot grow something these tests do not try.
"""
import dataclasses
import os

import yaml

# What containerd gives a container that asks for nothing.
CAPABILITIES = ["CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW", "SETGID", "SETUID", "SETFCAP", "SETPCAP",
                "NET_BIND_SERVICE", "SYS_CHROOT", "KILL", "AUDIT_WRITE"]
PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
POD_FIELDS = {"runtimeClassName", "automountServiceAccountToken", "enableServiceLinks", "terminationGracePeriodSeconds",
              "initContainers", "containers", "volumes"}
CONTAINER_FIELDS = {"name", "image", "command", "args", "env", "startupProbe", "resources", "securityContext",
                    "volumeMounts", "restartPolicy"}
SECURITY_FIELDS = {"allowPrivilegeEscalation", "capabilities", "readOnlyRootFilesystem", "runAsGroup", "runAsNonRoot",
                   "runAsUser", "seccompProfile"}


def known(given, fields, what):
    if set(given) - fields:
        raise AssertionError(f"{what} has {sorted(set(given) - fields)}, which these tests know nothing of")


@dataclasses.dataclass
class Container:
    name: str
    image: str
    process: dict          # the runtime's "process"
    mounts: dict           # {path in the container: path here}
    readonly: bool
    sidecar: bool          # starts before what follows, and stays
    probe: list            # command of its startup probe


class Pod:
    """The Pod of the service named, of objects as render prints them. Files of its ConfigMaps go to folder."""

    def __init__(self, objects, service, folder):
        self.objects, self.folder = objects, folder
        found = [o for o in objects if o["kind"] == "StatefulSet"
                 and o["spec"]["template"]["metadata"]["labels"]["inspect/service"] == service]
        self.labels = found[0]["spec"]["template"]["metadata"]["labels"]
        self.spec = found[0]["spec"]["template"]["spec"]
        known(self.spec, POD_FIELDS, f"the Pod of {service}")
        self.volumes = {v["name"]: self.volume(v) for v in self.spec["volumes"]}
        self.initial = [self.container(c) for c in self.spec.get("initContainers", [])]
        self.containers = [self.container(c) for c in self.spec["containers"]]

    def volume(self, volume):
        wanted = volume["configMap"]["name"]
        data = next(o["data"] for o in self.objects if o["kind"] == "ConfigMap" and o["metadata"]["name"] == wanted)
        folder = os.path.join(self.folder, "volumes", volume["name"])
        os.makedirs(folder)
        for name, text in data.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(text)
        return folder

    def container(self, c):
        known(c, CONTAINER_FIELDS, f"container {c['name']}")
        security = c.get("securityContext", {})
        known(security, SECURITY_FIELDS, f"the security context of {c['name']}")
        mounts = {m["mountPath"]: os.path.join(self.volumes[m["name"]], m.get("subPath", ""))
                  for m in c.get("volumeMounts", [])}
        return Container(c["name"], c["image"], self.process(c, security), mounts,
                         security.get("readOnlyRootFilesystem", False), c.get("restartPolicy") == "Always",
                         c.get("startupProbe", {}).get("exec", {}).get("command"))

    @staticmethod
    def process(c, security):
        asked = security.get("capabilities", {})
        kept = [] if "ALL" in asked.get("drop", []) else [k for k in CAPABILITIES if k not in asked.get("drop", [])]
        capabilities = ["CAP_" + k for k in kept + asked.get("add", []) if k != "ALL"]
        return {"args": c.get("command", []) + c.get("args", []), "cwd": "/",
                "env": [PATH] + [f"{e['name']}={e['value']}" for e in c.get("env", [])],
                "user": {"uid": security.get("runAsUser", 0), "gid": security.get("runAsGroup", 0)},
                "capabilities": {k: capabilities for k in ("bounding", "effective", "permitted")},
                "noNewPrivileges": not security.get("allowPrivilegeEscalation", True)}

    def sidecar(self):
        return next(c for c in self.initial if c.sidecar)


def dns_patterns(objects):
    """What the rendered policies let through Cilium's DNS proxy, as its matchPattern has it."""
    return [r["matchPattern"] for o in objects if o["kind"] == "CiliumNetworkPolicy" for e in o["spec"].get("egress", [])
            for p in e.get("toPorts", []) for r in p.get("rules", {}).get("dns", [])]


def load(text):
    return [o for o in yaml.safe_load_all(text) if o]

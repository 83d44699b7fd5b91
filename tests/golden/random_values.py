"""Values of our chart at random: what its schema allows, and the same with something broken in it."""

import copy

# Texts for what the schema holds to a pattern, by the name of the definition or of the key.
TEXTS = {
    "serviceName": ["web", "db", "a", "0", "x-1", "null", "1e3", "dnsd", "a2345678901234567890123456789012"],
    "networkName": ["front", "back", "lan.one", "7"],
    "volumeName": ["data", "v-1"],
    "image": ["alpine", "registry.test:5000/a/b:1.0", "a@sha256:0123"],
    "label": ["red", "", "A_b.c-1", "true", "1e3"],
    "key": ["team", "example.test/flag", "A.b_c"],
    "domain": ["pypi.org", "*.debian.org", "*", "**.x.test", "A.test.", "a*b.c"],
    "dnsRecord": ["example.com", "*.example.org", "WWW.Example.COM", "under_score", "10.1", "web"],
    "addresses": ["10.0.0.0/8", "2001:db8::/32", "::/0"],
    "envName": ["A", "PATH", "with.dot", "9"],
    "portNumber": ["80", "8080"],
    "serviceVolume": ["data:/data", "data:/also:ro", "v-1:/v:rw"],
    "runtimeClassName": ["gvisor", "CLUSTER_DEFAULT", "kata.1"],
    "serviceAccountName": ["", "runner"],
    "nameOverride": ["", "box"],
    "fullnameOverride": ["", "full"],
    "clusterDomain": ["cluster.local", "k8s.corp"],
    "corednsImage": ["", "dnsd:1"],
}
# Texts for what it does not.
ANY_TEXT = ["", "x", "a b", "yes", "1e3", "null", "~", "{{ .Values }}", "{{", "\"", "it's", "# x", "a: b", "- a", "---\n",
            "one\ntwo\n", "\ttab", "é😀", "$(A) %s", "word " * 40, "<no value>", " lead", "0x1F"]
NUMBERS = [0, 1, 7, 80, 999999, 1000000, 12345678901, 1.5, 0.1]
# Kubernetes' own objects, by the key they stand at; a cluster takes all of these.
OBJECTS = {
    "securityContext": [{}, {"runAsUser": 1000}, {"capabilities": {"drop": ["ALL"]}, "readOnlyRootFilesystem": True}],
    "corednsSecurityContext": [{}, {"runAsUser": 0}],
    "readinessProbe": [{"exec": {"command": ["sh", "-c", "a: b # c"]}, "periodSeconds": 1000000}, {"httpGet": {"port": "http"}}],
    "livenessProbe": [{"tcpSocket": {"port": 80}}],
    "tolerations": [{"operator": "Exists"}, {"key": "a", "operator": "Equal", "value": "1", "effect": "NoSchedule"}],
    "valueFrom": [{"fieldRef": {"fieldPath": "metadata.name"}}, {"configMapKeyRef": {"name": "x", "key": "y"}}],
    "serviceVolume": [{"name": "tmp", "emptyDir": {"medium": "Memory"}}, {"name": "c", "configMap": {"name": "x"}}],
    "volumeMount": [{"name": "agent-env-dnsd", "mountPath": "/config", "readOnly": True}],
    "spec": [{"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}],
    "quantities": [{"memory": "64Mi", "cpu": "100m"}, {"memory": 1048576000, "cpu": 0.5}],
}
BROKEN = [None, True, 0, -1, 1.5, 1e21, "", "x", [], {}, ["x"], {"a": 1}, "a\nb", {"Bad Key": {}}, "a" * 300]
RESOURCES = ["apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}-x}\n",
             {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": '{{ include "agentEnv.fullname" . }}'}}]


class Values:
    def __init__(self, schema, chance):
        self.schema, self.chance = schema, chance

    def make(self):
        values = self.sample(self.schema, "")
        values["services"].setdefault("default", {"image": "alpine"})
        self.reconcile(values)
        return values

    def reconcile(self, values):
        """Takes back what contradicts itself, most of the time: else few values would render at all."""
        if not values.get("serviceAccountName"):
            values.pop("serviceAccountCreate", None)
        for entry in values.get("allowDomainsPorts", []):
            entry["port"] = self.chance.choice([8080, 22, "9418"])
            entry.pop("domain", None)
            if values.get("allowDomains") and self.chance.random() < 0.5:
                entry["domain"] = self.chance.choice(values["allowDomains"])
        self.even(values.get("dnsd", {}))
        networks = list(values.get("networks", {}))
        for name, service in values["services"].items():
            if networks:
                service["networks"] = self.chance.sample(networks, self.chance.randint(0, len(networks)))
            for number, variable in enumerate(service["env"] if isinstance(service.get("env"), list) else []):
                variable["name"] += f"_{number}"
            for number, container in enumerate(service.get("initContainers", [])):
                container["name"] = f"init-{number}"
            for container in [service, *service.get("initContainers", [])]:
                self.even(container)
            for number, record in enumerate(service.get("additionalDnsRecords", [])):
                service["additionalDnsRecords"][number] = record if self.chance.random() < 0.2 else f"n{number}.{name}.test"

    def even(self, container):
        """Requests above limits are no values that a cluster takes."""
        if container.get("resources"):
            amounts = self.chance.choice(OBJECTS["quantities"])
            container["resources"] = {"limits": dict(amounts), "requests": dict(amounts)}

    def sample(self, node, key):
        """Something that the schema `node` allows; `key` is where it comes from."""
        if "$ref" in node:
            name = node["$ref"].rsplit("/", 1)[1]
            return self.sample(self.schema["definitions"][name], name if name in TEXTS or name in OBJECTS else key)
        if key == "additionalResources":
            return [copy.deepcopy(self.chance.choice(RESOURCES))]
        if "anyOf" in node:
            return self.sample(self.chance.choice(node["anyOf"]), key)
        if "enum" in node:
            return self.chance.choice(node["enum"])
        kind = node["type"] if isinstance(node["type"], str) else self.chance.choice(node["type"])
        return getattr(self, "sample_" + kind)(node, key)

    def sample_null(self, _node, _key):
        return None

    def sample_boolean(self, _node, _key):
        return self.chance.random() < 0.5

    def sample_integer(self, node, _key):
        return self.chance.choice([node["minimum"], 53, 80, node["maximum"]])

    def sample_number(self, _node, _key):
        return self.chance.choice(NUMBERS)

    def sample_string(self, node, key):
        if "pattern" not in node:
            return f"text-{self.chance.randrange(10**6)}" if node.get("minLength") else self.chance.choice(ANY_TEXT)[:node.get("maxLength")]
        return self.chance.choice(TEXTS[key])

    def sample_array(self, node, key):
        return [self.sample(node["items"], key) for _ in range(self.chance.choice([0, 1, 1, 2, 3]))]

    def sample_object(self, node, key):
        if key in OBJECTS:
            return copy.deepcopy(self.chance.choice(OBJECTS[key]))
        made = {}
        for name, child in node.get("properties", {}).items():
            if name in node.get("required", []) or self.chance.random() < 0.4:
                made[name] = self.sample(child, name)
        entries = node.get("additionalProperties")
        if isinstance(entries, dict):
            for _ in range(self.chance.choice([0, 1, 2, 3])):
                made[self.sample(node.get("propertyNames", {"$ref": "#/definitions/key"}), key)] = self.sample(entries, key)
        return made

    def broken(self, values):
        """The same with one or two things put where they may not belong."""
        values = copy.deepcopy(values)
        for _ in range(self.chance.choice([1, 1, 2])):
            holder, key = self.chance.choice(list(places(values)))
            holder[key] = copy.deepcopy(self.chance.choice(BROKEN))
        return values


def places(value):
    """Every place in a value, as (map or list, key or index)."""
    if isinstance(value, (dict, list)):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])

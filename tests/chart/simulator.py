"""Who may talk to whom under a set of CiliumNetworkPolicies, as Cilium's documentation defines it.

Only what the chart's policies use is understood; anything else is an error, so that a new kind of rule
cannot pass unseen.
"""

import ipaddress
import re

ECHO = "echo"  # in the place of a port: an ICMP echo request
RULE_KEYS = {"fromEndpoints", "toEndpoints", "toPorts", "icmps", "toFQDNs", "toEntities", "fromEntities", "toCIDR"}
PEERS = ("fromEndpoints", "toEndpoints", "toFQDNs", "toEntities", "fromEntities", "toCIDR")
NAMESPACE_LABEL = "io.kubernetes.pod.namespace"


def pattern_matches(pattern, name):
    """Cilium's matchPattern over a name: `*` is zero or more characters of one label, a leading `**.` one
    or more whole labels, `*` alone everything."""
    pattern, name = pattern.strip().lower().rstrip("."), name.lower().rstrip(".")
    if pattern == "*":
        return True
    prefix, rest = "", pattern
    if re.match(r"\*\*+\.", pattern):
        prefix, rest = r"([-a-z0-9_]+\.)+", pattern.lstrip("*")[1:]
    expression = prefix + "".join("[-a-z0-9_]*" if part.startswith("*") else re.escape(part)
                                  for part in re.findall(r"\*+|[^*]+", rest))
    return re.fullmatch(expression, name) is not None


class Pod:
    """A Pod by its labels; the namespace is one of them, as for Cilium."""

    def __init__(self, labels, namespace="default"):
        self.labels = {**labels, NAMESPACE_LABEL: namespace}

    def matches(self, selector, namespace="default"):
        """Whether a selector in that namespace picks the Pod: it stays in its own unless it names one."""
        if set(selector) - {"matchLabels"}:
            raise ValueError(f"not understood: {selector}")
        wanted = {key.removeprefix("k8s:"): value for key, value in selector.get("matchLabels", {}).items()}
        wanted.setdefault(NAMESPACE_LABEL, namespace)
        return all(self.labels.get(key) == value for key, value in wanted.items())


class World:
    """Something outside the cluster: an address, and the domain it was looked up by, if any."""

    def __init__(self, address="198.51.100.1", domain=None):
        self.address, self.domain = ipaddress.ip_address(address), domain


class Attempt:
    """One try: to a port of a protocol, or ECHO; over TLS or HTTP with the name said there."""

    def __init__(self, port, protocol="TCP", said=None, query=None):
        self.port, self.protocol, self.said, self.query = port, protocol, said, query


def peer_matches(rule, peer):
    checks = {
        "fromEndpoints": lambda selector: isinstance(peer, Pod) and peer.matches(selector),
        "toEndpoints": lambda selector: isinstance(peer, Pod) and peer.matches(selector),
        "toFQDNs": lambda entry: isinstance(peer, World) and peer.domain is not None
        and pattern_matches(entry["matchPattern"], peer.domain),
        "toCIDR": lambda cidr: isinstance(peer, World) and peer.address in ipaddress.ip_network(cidr),
        "toEntities": lambda entity: entity == "all" or entity == "world" and isinstance(peer, World),
        "fromEntities": lambda entity: entity == "all",
    }
    return any(checks[kind](entry) for kind in PEERS for entry in rule.get(kind, []))


def names_allow(port_rule, attempt):
    """What a port's rule asks of the name that the client says: SNI, Host or the DNS question."""
    rules = port_rule.get("rules", {})
    if set(rules) - {"dns", "http"} or set(port_rule) - {"ports", "rules", "serverNames"}:
        raise ValueError(f"not understood: {port_rule}")
    if "serverNames" in port_rule:
        return attempt.said is not None and any(pattern_matches(name, attempt.said) for name in port_rule["serverNames"])
    if "http" in rules:
        return attempt.said is not None and any(re.search(entry["host"], attempt.said) for entry in rules["http"])
    if "dns" in rules:
        return attempt.query is not None and any(pattern_matches(entry["matchPattern"], attempt.query) for entry in rules["dns"])
    return True


def port_rule_matches(port_rule, attempt):
    for entry in port_rule["ports"]:
        if int(entry["port"]) == attempt.port and entry["protocol"] in ("ANY", attempt.protocol):
            return names_allow(port_rule, attempt)
    return False


def rule_matches(rule, peer, attempt):
    if set(rule) - RULE_KEYS:
        raise ValueError(f"not understood: {rule}")
    if not peer_matches(rule, peer):
        return False
    if "icmps" in rule:
        families = {field["family"]: field["type"] for icmp in rule["icmps"] for field in icmp["fields"]}
        return attempt.port == ECHO and families == {"IPv4": 8, "IPv6": 128}
    if "toPorts" in rule:
        return any(port_rule_matches(port_rule, attempt) for port_rule in rule["toPorts"])
    return True


def direction_allows(policies, pod, direction, peer, attempt):
    """Deny beats allow; a direction that no policy speaks of is open; one that any speaks of is shut but
    for what its rules let through."""
    mine = [policy["spec"] for policy in policies if pod.matches(policy["spec"]["endpointSelector"])]
    denied = [rule for spec in mine for rule in spec.get(direction + "Deny", [])]
    if any(rule_matches(rule, peer, attempt) for rule in denied):
        return False
    spoken_of = any(direction in spec or direction + "Deny" in spec for spec in mine)
    return not spoken_of or any(rule_matches(rule, peer, attempt) for spec in mine for rule in spec.get(direction, []))


def pod_reaches_pod(policies, source, target, attempt):
    return direction_allows(policies, source, "egress", target, attempt) and \
        direction_allows(policies, target, "ingress", source, attempt)


def pod_reaches_world(policies, source, world, attempt):
    return direction_allows(policies, source, "egress", world, attempt)

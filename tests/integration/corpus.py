"""The queries that dnsd and CoreDNS are both asked, each under a name that tells what it is.

A case is (name, transport, octets). Names read TRANSPORT/KIND/OWNER/TYPE/VARIANT, and the table of
differences refers to cases by them.
"""
import struct

import dns.edns
import dns.message

from support import client
from test_malformed import FORMERR, OPT, packet, name

ID = 0x1234
MAPPED = ("nginx", "NgInX", "agent-env-rel-nginx", "web", "example.com", "EXAMPLE.Com", "missing")
RELAYED = ("allowed.test", "AlLoWeD.tEsT", "www.allowed.test", "chain.test", "big.test", "odd.test", "none.test",
           "empty.test", "agent-env-rel-nginx.default.svc.cluster.local", "refused.test", "servfail.test",
           "sub.example.com", "\\000\\255\\032x.test", "_sip._tcp.allowed.test")
TYPES = ("A", "AAAA", "TXT", "MX", "SRV", "CNAME", "NS", "SOA", "PTR", "ANY", "HTTPS", "CAA", "NAPTR", "DS", "TYPE65280")
FEW_TYPES = ("A", "AAAA", "TXT", "SRV")
VARIANTS = {
    "plain": {}, "rd=0": {"rd": False}, "cd": {"cd": True}, "ad": {"ad": True},
    "edns": {"edns": 0}, "edns-512": {"edns": 0, "payload": 512}, "edns-4096": {"edns": 0, "payload": 4096},
    "edns-0": {"edns": 0, "payload": 0}, "do": {"edns": 0, "do": True}, "do-cd": {"edns": 0, "do": True, "cd": True},
    "cookie": {"edns": 0, "options": [dns.edns.GenericOption(10, b"8 octets")]},
    "nsid": {"edns": 0, "options": [dns.edns.GenericOption(3, b"")]},
    "subnet": {"edns": 0, "options": [dns.edns.GenericOption(8, b"\0\1\x18\0\xc0\0\2")]},
    "unknown-option": {"edns": 0, "options": [dns.edns.GenericOption(65001, b"some octets")]},
}


def records(up):
    """What upstream holds."""
    up.add(*[f"agent-env-rel-nginx.default.svc.cluster.local. 5 IN {r}" for r in (
               "A 10.1.2.3", "AAAA fd00:1:2::3", 'TXT "of nginx"',
               "MX 10 agent-env-rel-nginx.default.svc.cluster.local.", "MX 20 mail.allowed.test.",
               "SRV 0 1 80 agent-env-rel-nginx.default.svc.cluster.local.",
               "SRV 0 1 81 pod-0.agent-env-rel-nginx.default.svc.cluster.local.",
               "NS ns.agent-env-rel-nginx.default.svc.cluster.local.", "PTR agent-env-rel-nginx.default.svc.cluster.local.",
               'NAPTR 1 1 "s" "x" "" agent-env-rel-nginx.default.svc.cluster.local.', "TYPE65280 \\# 3 010203")],
           "agent-env-rel-web.default.svc.cluster.local. 7 IN CNAME other.default.svc.cluster.local.",
           "other.default.svc.cluster.local. 6 IN CNAME agent-env-rel-nginx.default.svc.cluster.local.",
           *[f"allowed.test. 77 IN {r}" for r in (
               "A 192.0.2.10", "A 192.0.2.11", "AAAA 2001:db8::10", 'TXT "hello" "world"', "MX 10 mail.allowed.test.",
               "NS ns.allowed.test.", "SOA ns.allowed.test. root.allowed.test. 1 2 3 4 5", 'CAA 0 issue "ca.test"',
               'HTTPS 1 . alpn="h2"', "TYPE65280 \\# 4 0a000001")],
           "www.allowed.test. 60 IN CNAME allowed.test.", "chain.test. 60 IN CNAME www.allowed.test.",
           "x.empty.test. 60 IN A 192.0.2.1", "odd.test. 2147483647 IN A 192.0.2.2",
           "sub.example.com. 60 IN A 192.0.2.20", "_sip._tcp.allowed.test. 60 IN SRV 1 2 3 allowed.test.",
           *[f"big.test. 60 IN TXT {i:02d}{'x' * 60}" for i in range(30)],
           "1.2.0.192.in-addr.arpa. 60 IN PTR outside.test.")


def make(owner, rrtype, options):
    m = client.query(owner, rrtype, id=ID, **{k: v for k, v in options.items()})
    if options.get("payload") == 0:
        m.use_edns(0, 0, 0)
    return m.to_wire()


def proper():
    for over in ("udp", "tcp"):
        for kind, owners in (("mapped", MAPPED), ("relayed", RELAYED)):
            for owner in owners:
                for rrtype in TYPES:
                    yield f"{over}/{kind}/{owner}/{rrtype}/plain", over, make(owner, rrtype, {})
    for kind, owner in (("mapped", "NgInX"), ("mapped", "example.com"), ("relayed", "AlLoWeD.tEsT"),
                        ("relayed", "none.test"), ("relayed", "big.test")):
        for variant, options in VARIANTS.items():
            for over in ("udp", "tcp") if variant != "plain" else ():
                for rrtype in FEW_TYPES:
                    yield f"{over}/{kind}/{owner}/{rrtype}/{variant}", over, make(owner, rrtype, options)


def special():
    for over in ("udp", "tcp"):
        for owner in (".", "localhost", "a.localhost", "com"):
            for rrtype in ("A", "AAAA", "NS"):
                yield f"{over}/special/{owner}/{rrtype}/plain", over, make(owner, rrtype, {})
        for owner in ("3.2.1.10.in-addr.arpa", "9.9.9.10.in-addr.arpa", "1.2.0.192.in-addr.arpa", "1.0.0.127.in-addr.arpa"):
            yield f"{over}/reverse/{owner}/PTR/plain", over, make(owner, "PTR", {})


def improper():
    for over in ("udp", "tcp"):
        for what, wire in FORMERR.items():
            yield f"{over}/malformed/{what.replace(' ', '-')}", over, wire
        for opcode in (1, 2, 4, 5, 6, 15):
            yield f"{over}/opcode/{opcode}", over, packet(flags=opcode << 11)
        for rrclass in (3, 4, 254, 255):
            yield f"{over}/class/{rrclass}", over, packet(b"\x05nginx\0\0\1" + struct.pack("!H", rrclass))
        for rrtype, word in ((251, "IXFR"), (252, "AXFR")):
            for owner, labels in (("nginx", [b"nginx"]), ("allowed.test", [b"allowed", b"test"])):
                yield f"{over}/transfer/{owner}/{word}", over, packet(name(*labels) + struct.pack("!HH", rrtype, 1))
        for version in (1, 255):
            yield f"{over}/edns-version/{version}", over, packet(
                counts=(1, 0, 0, 1), rest=OPT[:6] + bytes([version]) + OPT[7:])
        for bit in (0x0400, 0x0200, 0x0080, 0x0040, 0x0003):
            yield f"{over}/header-bit/{bit:04x}", over, packet(flags=0x0100 | bit)
        yield f"{over}/edns-flags/z", over, packet(counts=(1, 0, 0, 1), rest=OPT[:7] + b"\x7f\xff\0\0")
        yield f"{over}/additional/a-record", over, packet(
            counts=(1, 0, 0, 1), rest=b"\x01x\0\0\1\0\1\0\0\0\5\0\4\1\2\3\4")
    for what, wire in (("an-answer", packet(flags=0x8180)), ("eleven-octets", packet()[:11]), ("nothing", b"")):
        yield f"udp/dropped/{what}", "udp", wire


def cases():
    return [*proper(), *special(), *improper()]

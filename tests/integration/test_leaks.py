"""Nothing that a client puts into a query reaches upstream but an allowed name, its type, RD, CD and DO."""
import os
import struct

from support import client, dnsd, upstream
from support.case import Case
from test_malformed import OPT, packet, name

SECRET = os.urandom(220)
RELEASE = {dnsd.TARGET % "nginx", dnsd.TARGET % "web"}


def carriers():
    """What a workload might hide 220 octets in, or a bit, each as a whole packet."""
    asked = name(b"allowed", b"test") + b"\0\x01\0\x01"
    mapped = name(b"nginx") + b"\0\x01\0\x01"
    option = struct.pack("!HH", 65001, len(SECRET)) + SECRET
    many = b"".join(struct.pack("!HH", 65001 + i, 20) + SECRET[i * 20:i * 20 + 20] for i in range(11))
    cookie = struct.pack("!HH", 10, 8) + SECRET[:8]
    subnet = struct.pack("!HH", 8, 8) + b"\0\x01\x20\0" + SECRET[:4]
    padding = struct.pack("!HH", 12, 220) + SECRET
    opt = lambda data, ttl=b"\0\0\0\0", size=b"\x04\xd0": b"\0\0\x29" + size + ttl + struct.pack("!H", len(data)) + data
    record = lambda rrtype: name(SECRET[:40].hex()[:60].encode()) + struct.pack("!HHIH", rrtype, 1, 9, 200) + SECRET[:200]
    for what, question in (("relayed", asked), ("mapped", mapped)):
        for kind, data in (("one option", option), ("many options", many), ("a cookie", cookie), ("a subnet", subnet),
                           ("padding", padding)):
            yield f"{what}: {kind}", packet(question, counts=(1, 0, 0, 1), rest=opt(data))
        for bit in range(15):
            yield f"{what}: Z bit {bit}", packet(question, counts=(1, 0, 0, 1),
                                                rest=opt(b"", b"\0\0" + struct.pack("!H", 1 << bit)))
        yield f"{what}: extended rcode", packet(question, counts=(1, 0, 0, 1), rest=opt(b"", b"\xab\0\0\0"))
        for flag in (0x0400, 0x0200, 0x0080, 0x0040, 0x0020, 0x000f):
            yield f"{what}: header {flag:#06x}", packet(question, flags=0x0100 | flag)
        yield f"{what}: trailing octets", packet(question, rest=SECRET)
        yield f"{what}: octets behind an OPT", packet(question, counts=(1, 0, 0, 1), rest=OPT + SECRET)
        for count, section in (((1, 1, 0, 0), "answer"), ((1, 0, 1, 0), "authority"), ((1, 0, 0, 1), "additional")):
            yield f"{what}: {section} record", packet(question, counts=count, rest=record(16))
        yield f"{what}: a TSIG", packet(question, counts=(1, 0, 0, 1), rest=record(250))
        yield f"{what}: two questions", packet(question + name(SECRET[:60]) + b"\0\x01\0\x01", counts=(2, 0, 0, 0))
        yield f"{what}: class", packet(question[:-2] + SECRET[:2])
        for opcode in (1, 2, 4, 5, 15):
            yield f"{what}: opcode {opcode}", packet(question, flags=opcode << 11, rest=SECRET)
    yield "a blocked name", packet(name(SECRET[:60], b"allowed", b"test", b"x") + b"\0\x01\0\x01")
    yield "a blocked name below the namespace", packet(
        name(b"s3cret", b"agent-env-rel-nginx", b"default", b"svc", b"cluster", b"local") + b"\0\x01\0\x01")
    yield "a private reverse name", packet(name(b"9", b"9", b"1", b"10", b"in-addr", b"arpa") + b"\0\x0c\0\x01")


class EnforceMode(Case):
    """Every octet that upstream gets is held against what it may be."""

    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd(dnsd.config(allow="allowed.test"))

    def test_only_name_type_rd_cd_do_and_size_get_out(self):
        same_id = []
        for over in ("udp", "tcp"):
            for what, wire in carriers():
                with self.subTest(what, over=over):
                    self.up.forget()
                    client.TRANSPORTS[over](wire, timeout=0.5)
                    for q in self.up.received:
                        self.canonical(q)
                    same_id += [what for q in self.up.received if q.wire[:2] == wire[:2]]
        self.assertLess(len(same_id), 3, "the client's ID goes out, more often than chance has it")

    def canonical(self, q):
        flags, *counts = struct.unpack("!HHHHH", q.wire[2:12])
        self.assertIn(q.name.lower(), RELEASE | {"allowed.test."}, "the name")
        self.assertEqual(flags & ~0x0110, 0, "flags other than RD and CD")
        self.assertEqual(counts[:3], [1, 0, 0])
        end = 12 + len(q.message.question[0].name.to_wire()) + 4
        rest = q.wire[end:]
        if counts[3]:
            self.assertEqual((rest[:3], rest[5:7], rest[7:9], rest[9:]),
                             (b"\0\0\x29", b"\0\0", struct.pack("!H", struct.unpack("!H", rest[7:9])[0] & 0x8000),
                              b"\0\0"), "a bare OPT")
        else:
            self.assertEqual(rest, b"")
        for length in (3, 8, 20):
            self.assertNotIn(SECRET[:length] if length > 3 else b"s3cret", q.wire)

    def test_the_size_of_a_query_upstream_tells_no_more_than_its_name(self):
        lengths = set()
        for data in (b"", SECRET, SECRET[:9]):
            self.up.forget()
            option = struct.pack("!HH", 65001, len(data)) + data
            client.udp(packet(name(b"allowed", b"test") + b"\0\x01\0\x01", counts=(1, 0, 0, 1),
                              rest=OPT[:-2] + struct.pack("!H", len(option)) + option))
            lengths |= {len(q.wire) for q in self.up.received}
        self.assertEqual(len(lengths), 1)

    def test_a_thousand_blocked_names_and_none_of_them_leaves(self):
        burst = client.Burst(self, [client.query(f"{i}.{SECRET.hex()[i % 400:i % 400 + 40]}.test", id=i) for i in range(1000)])
        self.assertEqual(burst.collect(1000), 1000)
        self.assertEqual(self.up.received, [])

    def test_the_same_name_in_another_case_is_the_only_freedom_left(self):
        """Case of an allowed name does go out; that is one bit a letter, and asked for by 0x20 clients."""
        client.ask("ALLOWED.test")
        self.assertEqual(self.up.received[-1].name, "ALLOWED.test.")

    def test_retries_and_resends_leak_no_more(self):
        self.up.on("allowed.test", upstream.first(2, upstream.rcode("REFUSED")))
        wire = dict(carriers())["relayed: one option"]
        client.udp(wire)
        self.assertEqual(len(self.up.received), 3)
        for q in self.up.received:
            self.canonical(q)

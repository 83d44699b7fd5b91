"""Packets that no honest client sends, each with the answer it gets, and RFC 8906's checks."""
import struct
import subprocess

from support import client, dnsd
from support.case import Case

QUESTION = b"\x05nginx\x00\x00\x01\x00\x01"
OPT = b"\x00\x00\x29\x04\xd0\x00\x00\x00\x00\x00\x00"
A_RECORD = b"\x05nginx\x00\x00\x01\x00\x01\x00\x00\x00\x05\x00\x04\x0a\x01\x02\x03"


def packet(question=QUESTION, flags=0x0100, counts=(1, 0, 0, 0), rest=b"", id=0x1234):
    return struct.pack("!HHHHHH", id, flags, *counts) + question + rest


def name(*labels):
    return b"".join(bytes([len(l)]) + l for l in labels) + b"\0"


IN_A = b"\x00\x01\x00\x01"
LONG = [b"a" * 63, b"b" * 63, b"c" * 63]
FORMERR = {
    "no question": packet(b"", counts=(0, 0, 0, 0)),
    "no question but an OPT": packet(b"", counts=(0, 0, 0, 1), rest=OPT),
    "two questions": packet(QUESTION * 2, counts=(2, 0, 0, 0)),
    "two questions said, one there": packet(counts=(2, 0, 0, 0)),
    "65535 questions said": packet(counts=(65535, 0, 0, 0)),
    "a record in the answer section": packet(counts=(1, 1, 0, 0), rest=A_RECORD),
    "a record in the authority section": packet(counts=(1, 0, 1, 0), rest=A_RECORD),
    "an answer said, none there": packet(counts=(1, 1, 0, 0)),
    "two OPT": packet(counts=(1, 0, 0, 2), rest=OPT + OPT),
    "an OPT said, none there": packet(counts=(1, 0, 0, 1)),
    "an OPT cut short": packet(counts=(1, 0, 0, 1), rest=OPT[:-3]),
    "an OPT whose options run past the end": packet(counts=(1, 0, 0, 1), rest=OPT[:-2] + b"\x00\x09abc"),
    "an octet left over": packet(rest=b"\0"),
    "220 octets left over": packet(rest=b"secret" * 36 + b"ABCD"),
    "octets left over behind an OPT": packet(counts=(1, 0, 0, 1), rest=OPT + b"x"),
    "a question cut in its name": packet(QUESTION[:3]),
    "a question cut in its type": packet(QUESTION[:8]),
    "a question cut in its class": packet(QUESTION[:-1]),
    "only a header": packet(b""),
    "a name that points at itself": packet(b"\xc0\x0c" + IN_A),
    "a name that points into the header": packet(b"\xc0\x00" + IN_A),
    "a name that points forward": packet(b"\xc0\x20" + IN_A),
    "a label and then a pointer": packet(b"\x05nginx\xc0\x0c" + IN_A),
    "a label of type 01": packet(b"\x41\x00" + IN_A),
    "a label of type 10": packet(b"\x85nginx\x00" + IN_A),
    "a name of 256 octets": packet(name(*LONG, b"d" * 62) + IN_A),
    "a name of 400 octets": packet(name(*LONG, *LONG, b"e") + IN_A),
    "a name without an end": packet(b"\x05nginx"),
}


class OverUdp(Case):
    over = "udp"

    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd(dnsd.config(allow='"*"'))

    def ask(self, wire, timeout=1.5):
        return client.TRANSPORTS[self.over](wire, timeout=timeout)

    def rcode_of(self, wire):
        raw = self.ask(wire)
        self.assertIsNotNone(raw, "every parseable query gets an answer")
        self.assertEqual(raw[:2], wire[:2], "the client's ID")
        self.assertTrue(raw[2] & 0x80, "an answer")
        self.assertEqual(raw[2] & 0x78, wire[2] & 0x78, "the client's opcode")
        return raw[3] & 15

    def test_formerr(self):
        for what, wire in FORMERR.items():
            with self.subTest(what):
                self.assertEqual(self.rcode_of(wire), 1)
        self.assertEqual(self.up.received, [])

    def test_notimp_for_every_other_opcode(self):
        for opcode in range(1, 16):
            with self.subTest(opcode=opcode):
                self.assertEqual(self.rcode_of(packet(flags=opcode << 11)), 4)
        self.assertEqual(self.rcode_of(packet(b"", flags=15 << 11, counts=(0, 0, 0, 0))), 4)
        update = packet(name(b"nginx") + b"\x00\x06\x00\x01", flags=5 << 11, counts=(1, 0, 1, 0), rest=A_RECORD)
        self.assertEqual(self.rcode_of(update), 4)
        self.assertEqual(self.up.received, [])

    def test_badvers(self):
        for version in (1, 2, 100, 255):
            opt = b"\x00\x00\x29\x04\xd0\x00" + bytes([version]) + b"\x00\x00\x00\x00"
            raw = self.ask(packet(counts=(1, 0, 0, 1), rest=opt))
            r = client.dns.message.from_wire(raw)
            self.assertEqual((client.rcode(r), r.edns, r.answer), ("BADVERS", 0, []))
        self.assertEqual(self.up.received, [])

    def test_refused_for_other_classes_and_zone_transfers(self):
        for rrclass in (3, 4, 254, 255, 0, 1000):
            with self.subTest(rrclass=rrclass):
                wire = packet(b"\x05nginx\x00\x00\x01" + struct.pack("!H", rrclass))
                self.assertEqual(self.rcode_of(wire), 5)
        for rrtype in (251, 252):
            for who in (b"\x05nginx\x00", name(b"allowed", b"test")):
                with self.subTest(rrtype=rrtype):
                    self.assertEqual(self.rcode_of(packet(who + struct.pack("!HH", rrtype, 1))), 5)
        self.assertEqual(self.up.received, [])

    def test_the_question_comes_back_where_it_could_be_read(self):
        for wire in (packet(b"\x05NGinx\x00\x00\x01\x00\x03"),
                     packet(counts=(1, 0, 0, 1), rest=b"\x00\x00\x29\x04\xd0\x00\x05\x00\x00\x00\x00")):
            raw = self.ask(wire)
            self.assertEqual(raw[4:6] + raw[12:24], wire[4:6] + wire[12:24])

    def test_bits_and_options_that_mean_nothing_to_us_are_no_fault(self):
        options = b"\x00\x0a\x00\x08cookie!!" + b"\xfd\xe8\x00\x03abc"
        opt = OPT[:-2] + struct.pack("!H", len(options)) + options
        for wire in (packet(flags=0x0140), packet(flags=0x0120), packet(flags=0x0100 | 7), packet(flags=0x05b0 | 0x100),
                     packet(counts=(1, 0, 0, 1), rest=opt),
                     packet(counts=(1, 0, 0, 1), rest=OPT[:7] + b"\x7f\xff\x00\x00")):
            with self.subTest(wire=wire.hex()):
                self.assertEqual(self.rcode_of(wire), 0)

    def test_a_name_of_255_octets_is_fine(self):
        self.assertEqual(self.rcode_of(packet(name(*LONG, b"d" * 61) + IN_A)), 3)

    def test_a_service_still_resolves_afterwards(self):
        for wire in FORMERR.values():
            self.ask(wire)
        self.assertEqual(client.datas(client.ask("nginx", over=self.over)), ["10.1.2.3"])


class OverTcp(OverUdp):
    over = "tcp"

    def test_what_is_no_query_gets_no_answer(self):
        for wire in (packet(flags=0x8180), packet()[:11], b"", b"\0"):
            with self.subTest(length=len(wire)):
                with client.Tcp(timeout=0.4) as c:
                    c.send(wire)
                    self.assertIsNone(c.receive())
        self.assertEqual(client.datas(client.ask("nginx", over="tcp")), ["10.1.2.3"])


class Dropped(Case):
    def test_answers_and_stubs_of_packets_get_nothing(self):
        up = self.kube_dns()
        self.dnsd(dnsd.config(allow='"*"'))
        dropped = [packet(flags=0x8180), packet(flags=0x8000), packet(flags=0x8100, counts=(1, 1, 0, 0), rest=A_RECORD)]
        dropped += [packet()[:n] for n in range(1, 12)] + [b""]
        burst = client.Burst(self, dropped)
        burst.socket.send(packet(id=0x7777))
        self.assertEqual([raw[:2] for raw in burst.answers(2, seconds=0.4)], [b"\x77\x77"])
        self.assertEqual(len(up.received), 1)


class Rfc8906(Case):
    """Section 8's dig commands, for a name of the release, one of the outside and one that is blocked."""

    NAMES = {"nginx": "NOERROR", "allowed.test": "NOERROR", "blocked.test": "NXDOMAIN"}

    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd()

    def dig(self, *arguments):
        done = subprocess.run(["dig", "+tries=1", "+time=3", *arguments, "@127.0.0.1"], capture_output=True, text=True,
                              timeout=20, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def each(self, *arguments, has=(), lacks=(), status=None, rrtype="soa"):
        for asked, normal in self.NAMES.items():
            with self.subTest(name=asked, dig=" ".join(arguments)):
                out = self.dig(*arguments, rrtype, asked)
                self.assertIn(f"status: {status or normal}", out)
                for text in has:
                    self.assertRegex(out, text)
                for text in lacks:
                    self.assertNotRegex(out, text)

    def test_plain_dns(self):
        self.each("+noedns", "+noad", "+norec", lacks=["OPT PSEUDO", r"flags:[^;]* rd"])
        self.each("+noedns", "+noad", "+norec", rrtype="type1000", lacks=["OPT PSEUDO"])
        self.each("+noedns", "+noad", "+norec", "+cd", lacks=["OPT PSEUDO"])
        self.each("+noedns", "+norec", "+ad", lacks=["OPT PSEUDO"])
        self.each("+noedns", "+noad", "+norec", "+zflag", lacks=["MBZ", "OPT PSEUDO"])
        self.each("+noedns", "+noad", "+rec", has=[r"flags:[^;]* rd"], lacks=["OPT PSEUDO"])
        self.each("+noedns", "+noad", "+norec", "+tcp", lacks=["OPT PSEUDO"])

    def test_unknown_opcode(self):
        out = self.dig("+noedns", "+noad", "+opcode=15", "+norec", "+header-only")
        self.assertRegex(out, r"opcode: (RESERVED15|15), status: NOTIMP")
        self.assertRegex(out, r"flags: qr[^;]*;")
        self.assertNotIn("SOA", out)

    def test_edns(self):
        base = ("+nocookie", "+noad", "+norec")
        self.each(*base, "+edns=0", has=[r"EDNS: version: 0"])
        self.each(*base, "+edns=1", "+noednsneg", status="BADVERS", has=[r"EDNS: version: 0"], lacks=[r"IN[ \t]+SOA[ \t]+\S"])
        self.each(*base, "+edns=0", "+ednsopt=100", has=[r"EDNS: version: 0"], lacks=["OPT=100"])
        self.each(*base, "+edns=0", "+ednsflags=0x40", has=[r"EDNS: version: 0"], lacks=["MBZ"])
        self.each(*base, "+edns=1", "+noednsneg", "+ednsflags=0x40", status="BADVERS", lacks=["MBZ"])
        self.each(*base, "+edns=1", "+noednsneg", "+ednsopt=100", status="BADVERS", lacks=["OPT=100"])
        self.each(*base, "+edns=0", "+bufsize=512", "+dnssec", rrtype="dnskey", has=[r"EDNS: version: 0"])
        self.each(*base, "+edns=1", "+noednsneg", "+dnssec", status="BADVERS")
        self.each("+noad", "+norec", "+edns=0", "+cookie", "+nsid", "+expire", "+subnet=0.0.0.0/0",
                  has=[r"EDNS: version: 0"], lacks=["NSID", "EXPIRE"])

"""Who may talk to whom in the releases of the golden cases."""

import unittest

import manifests
from simulator import ECHO, Attempt, Pod, World, pattern_matches, pod_reaches_pod, pod_reaches_world


class Release:
    """The Pods and policies of one golden case."""

    def __init__(self, case):
        self.policies = manifests.of_kind(case, "CiliumNetworkPolicy")
        self.pods = {service: Pod(template["metadata"]["labels"]) for service, template in manifests.pods(case).items()}

    def reaches(self, source, target, port, protocol="TCP"):
        return pod_reaches_pod(self.policies, self.pods[source], self.pods[target], Attempt(port, protocol))

    def who_reaches(self, port, protocol="TCP"):
        """Every pair of different services of which the first reaches the second there."""
        return {(source, target) for source in self.pods for target in self.pods
                if source != target and self.reaches(source, target, port, protocol)}

    def opens(self, domain, port, said=None, protocol="TCP", source="default"):
        return pod_reaches_world(self.policies, self.pods[source], World(domain=domain), Attempt(port, protocol, said))

    def opens_address(self, address, port, protocol="TCP", source="default"):
        return pod_reaches_world(self.policies, self.pods[source], World(address), Attempt(port, protocol))

    def may_ask(self, name, source="default", dns="kube-dns"):
        server = Pod({"k8s-app": dns}, namespace="kube-system")
        return direction_to(self, source, server, Attempt(53, "UDP", query=name))


def direction_to(release, source, target, attempt):
    # A Pod outside the release: no policy of the release speaks of what comes in there.
    return pod_reaches_pod(release.policies, release.pods[source], target, attempt)


class FromCompose(unittest.TestCase):
    """Networks of Compose files mean what they mean to Docker."""

    def test_services_reach_each_other_where_they_share_a_network(self):
        release = Release("compose/good/three-tiers.manifests")
        self.assertEqual(release.who_reaches(80), {("default", "app"), ("app", "default"), ("app", "store"), ("store", "app")})

    def test_an_attacker_reaches_the_inner_network_through_the_proxy_alone(self):
        release = Release("compose/good/ctf-networks.manifests")
        self.assertEqual(release.who_reaches(3306), {("default", "proxy"), ("proxy", "default"), ("proxy", "database"), ("database", "proxy")})

    def test_without_networks_all_reach_all_on_every_port(self):
        release = Release("compose/good/web-and-db.manifests")
        self.assertEqual(release.who_reaches(12345), {("default", "db"), ("db", "default")})

    def test_nothing_outside_is_open_unless_an_extension_says_so(self):
        self.assertFalse(Release("compose/good/web-and-db.manifests").opens("pypi.org", 443, "pypi.org"))
        self.assertTrue(Release("compose/good/extension-keys.manifests").opens("pypi.org", 443, "pypi.org"))


class WithoutNetworks(unittest.TestCase):
    def setUp(self):
        self.release = Release("three-services")

    def test_every_service_reaches_every_other(self):
        everyone = {(a, b) for a in self.release.pods for b in self.release.pods if a != b}
        self.assertEqual(self.release.who_reaches(5432), everyone)

    def test_a_service_with_ports_is_reached_there_alone(self):
        self.assertEqual(self.release.who_reaches(80), {("default", "web"), ("db", "web"), ("web", "default"), ("db", "default")})
        self.assertFalse(self.release.reaches("web", "db", 5432, "UDP"))

    def test_every_service_answers_echo_requests(self):
        self.assertEqual(len(self.release.who_reaches(ECHO, "ICMP")), 6)

    def test_another_release_gets_nothing(self):
        stranger = Pod({**self.release.pods["web"].labels, "app.kubernetes.io/instance": "other"})
        for target in self.release.pods.values():
            self.assertFalse(pod_reaches_pod(self.release.policies, stranger, target, Attempt(5432)))
            self.assertFalse(pod_reaches_pod(self.release.policies, target, stranger, Attempt(5432)))

    def test_the_same_release_in_another_namespace_gets_nothing(self):
        stranger = Pod(self.release.pods["web"].labels, namespace="elsewhere")
        self.assertFalse(pod_reaches_pod(self.release.policies, stranger, self.release.pods["db"], Attempt(5432)))


class ThreeServicesOnTwoNetworks(unittest.TestCase):
    def setUp(self):
        self.release = Release("networks")

    def test_services_reach_each_other_where_they_share_a_network(self):
        self.assertEqual(self.release.who_reaches(80), {("default", "web"), ("default", "db"), ("web", "default"), ("db", "default")})

    def test_services_without_a_common_network_do_not_even_answer_echo_requests(self):
        self.assertFalse(self.release.reaches("web", "db", ECHO, "ICMP"))
        self.assertTrue(self.release.reaches("default", "db", ECHO, "ICMP"))

    def test_ports_limit_what_a_network_opens(self):
        self.assertFalse(self.release.reaches("default", "web", 443))
        self.assertTrue(self.release.reaches("default", "db", 443))

    def test_a_service_on_no_network_is_reached_by_none(self):
        release = Release("networks-without-members")
        self.assertEqual(release.who_reaches(80), set())

    def test_networks_that_only_services_name_separate_nothing(self):
        self.assertEqual(Release("networks-of-services-alone").who_reaches(80), {("default", "web"), ("web", "default")})


class Isolated(unittest.TestCase):
    def test_nothing_reaches_it_and_it_reaches_nothing(self):
        for case in ("network-isolated", "network-isolated-on-a-network"):
            release = Release(case)
            for port, protocol in ((8200, "TCP"), (ECHO, "ICMP")):
                with self.subTest(case=case, port=port):
                    self.assertFalse(release.reaches("default", "vault", port, protocol))
                    self.assertFalse(release.reaches("vault", "default", port, protocol))
            self.assertFalse(release.may_ask("agent-env-my-rel-default.default.svc.cluster.local", source="vault"))

    def test_it_is_isolated_even_from_what_everyone_may_reach(self):
        release = Release("everything")
        self.assertTrue(release.opens("pypi.org", 443, said="pypi.org"))
        self.assertFalse(release.opens("pypi.org", 443, said="pypi.org", source="vault"))
        self.assertFalse(release.opens_address("203.0.113.9", 9, source="vault"))


class WaysOut(unittest.TestCase):
    def test_nothing_is_open_by_default(self):
        release = Release("defaults")
        self.assertFalse(release.opens("example.com", 443, said="example.com"))
        self.assertFalse(release.opens_address("192.0.2.1", 80))

    def test_names_of_the_namespace_may_be_asked_and_no_others(self):
        release = Release("defaults")
        for dns in ("kube-dns", "node-local-dns"):
            self.assertTrue(release.may_ask("web.default.svc.cluster.local", dns=dns))
        self.assertFalse(release.may_ask("web.other.svc.cluster.local"))
        self.assertFalse(release.may_ask("pod-0.web.default.svc.cluster.local"))
        self.assertFalse(release.may_ask("example.com"))
        self.assertFalse(release.may_ask("web.default.svc.cluster.local", dns="some-other-dns"))

    def test_an_allowed_domain_is_open_on_443_and_80_under_its_own_name(self):
        release = Release("allow-domains")
        self.assertTrue(release.may_ask("pypi.org"))
        self.assertTrue(release.opens("pypi.org", 443, said="pypi.org"))
        self.assertTrue(release.opens("pypi.org", 80, said="PyPI.org:80"))
        self.assertFalse(release.opens("pypi.org", 443, said="evil.test"))
        self.assertFalse(release.opens("pypi.org", 443))
        self.assertFalse(release.opens("pypi.org", 80, said="evil.test"))
        self.assertFalse(release.opens("pypi.org", 80, said="pypi.org.evil.test"))
        self.assertFalse(release.opens("pypi.org", 80, said="xpypi.org"))
        self.assertFalse(release.opens("pypi.org", 22))
        self.assertFalse(release.opens("pypi.org", 443, said="pypi.org", protocol="UDP"))

    def test_a_dot_in_a_domain_is_a_dot_in_a_host(self):
        self.assertFalse(Release("allow-domains").opens("pypi.org", 80, said="pypixorg"))

    def test_a_star_is_one_label(self):
        release = Release("allow-domains")
        self.assertTrue(release.opens("test.pypi.org", 80, said="test.pypi.org"))
        self.assertFalse(release.may_ask("a.b.pypi.org"))
        self.assertFalse(release.opens("test.pypi.org", 80, said="a.b.pypi.org"))

    def test_a_trailing_dot_and_capitals_do_no_harm(self):
        release = Release("allow-domains")
        self.assertTrue(release.opens("dot.test", 443, said="dot.test"))
        self.assertTrue(release.opens("dot.test", 80, said="dot.test"))
        self.assertTrue(release.opens("upper.test", 80, said="upper.test"))

    def test_a_lone_star_opens_every_domain_on_every_port(self):
        for case in ("allow-every-domain", "allow-every-domain-and-some"):
            release = Release(case)
            with self.subTest(case=case):
                self.assertTrue(release.may_ask("any.thing.at.all"))
                self.assertTrue(release.opens("any.test", 443))
                self.assertTrue(release.opens("any.test", 9, protocol="UDP"))
                self.assertFalse(release.opens_address("192.0.2.1", 443))

    def test_further_ports_are_open_for_all_domains_or_for_one(self):
        release = Release("allow-domains-ports")
        self.assertTrue(release.opens("github.com", 8080))
        self.assertTrue(release.opens("pypi.org", 8080, protocol="UDP"))
        self.assertTrue(release.opens("pypi.org", 9418))
        self.assertFalse(release.opens("pypi.org", 9418, protocol="UDP"))
        self.assertTrue(release.opens("pypi.org", 443, protocol="UDP"))
        self.assertFalse(release.opens("pypi.org", 443))
        self.assertTrue(release.opens("github.com", 22))
        self.assertFalse(release.opens("github.com", 22, protocol="UDP"))
        self.assertTrue(release.opens("pypi.org", 22, protocol="UDP"))

    def test_blocks_of_addresses_are_open_on_every_port(self):
        release = Release("allow-cidr")
        self.assertTrue(release.opens_address("10.1.2.3", 1))
        self.assertTrue(release.opens_address("2001:db8::1", 1))
        self.assertFalse(release.opens_address("192.0.2.8", 1))

    def test_world_opens_every_address_and_every_name(self):
        for case in ("allow-world", "allow-all-entities"):
            release = Release(case)
            with self.subTest(case=case):
                self.assertTrue(release.may_ask("any.thing.at.all"))
                self.assertTrue(release.opens_address("192.0.2.1", 25))


class DnsdAndCilium(unittest.TestCase):
    def test_dnsd_allows_what_cilium_allows_in_every_case(self):
        seen = 0
        for case in manifests.case_names() + manifests.compose_cases():
            policies = [policy for policy in manifests.of_kind(case, "CiliumNetworkPolicy")
                        if policy["metadata"]["name"].endswith("-sandbox-egress")]
            if not manifests.of_kind(case, "ConfigMap") or not policies:
                continue
            rules = policies[0]["spec"]["egress"][0]["toPorts"][0]["rules"]["dns"]
            with self.subTest(case=case):
                self.assertEqual(manifests.dnsd_configuration(case)["policy"]["allow"], [rule["matchPattern"] for rule in rules])
            seen += 1
        self.assertGreater(seen, 85)


class Patterns(unittest.TestCase):
    def test_the_simulator_reads_patterns_as_cilium_does(self):
        for pattern, name, expected in (
                ("debian.org", "DEBIAN.org.", True), ("debian.org", "www.debian.org", False),
                ("*.debian.org", "www.debian.org", True), ("*.debian.org", "debian.org", False),
                ("*.debian.org", "a.b.debian.org", False), ("*debian.org", "xdebian.org", True),
                ("a*.x.org", "a.x.org", True), ("*.*.x.org", "a.x.org", False),
                ("**.x.org", "a.b.x.org", True), ("**.x.org", "x.org", False), ("*", "a b/c", True)):
            with self.subTest(pattern=pattern, name=name):
                self.assertEqual(pattern_matches(pattern, name), expected)


if __name__ == "__main__":
    unittest.main()

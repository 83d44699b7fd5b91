"""What an API server would refuse although its schemas do not, and what the chart promises of every Pod."""

import re
import unittest

import manifests

DNS_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
SERVICE_NAME = re.compile(r"[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
SUBDOMAIN = re.compile(r"(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
LABEL_VALUE = re.compile(r"(?=.{0,63}$)([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?")
LABEL_KEY = re.compile(r"([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
# A Pod's label controller-revision-hash is the name and 11 characters more.
STATEFUL_SET_NAME_MAX = 63 - 11

# Cases that show names which only `render lint` complains of, or that switch the schema off.
NAMES_TOO_LONG = {"release-name-is-long", "fullname-override"}
WITHOUT_SCHEMA = {"hostile-names-without-schema"}
# Cases whose values give limits and requests that differ, or none.
NOT_GUARANTEED = {"resources", "null-takes-a-default-away"}


def ordinary_cases():
    return [case for case in manifests.case_names() if case not in WITHOUT_SCHEMA]


def containers(pod):
    return pod["spec"].get("initContainers", []) + pod["spec"]["containers"]


def dnsd_of(pod):
    (found,) = [container for container in containers(pod)
                if any(mount["mountPath"] == "/etc/dnsd" for mount in container.get("volumeMounts", []))]
    return found


class Each(unittest.TestCase):
    """A test of these is one check, held against all there is; it fails once for each that fails it."""

    def each_pod(self, check):
        for case in ordinary_cases():
            for service, pod in manifests.pods(case).items():
                with self.subTest(case=case, service=service):
                    check(case, service, pod)

    def each_object(self, check):
        for case in ordinary_cases():
            for document in manifests.load(case):
                with self.subTest(case=case, kind=document["kind"], name=document["metadata"]["name"]):
                    check(case, document)


class EveryPod(Each):
    def test_the_workload_is_the_first_container_and_has_the_services_name(self):
        def check(_case, service, pod):
            self.assertEqual(pod["spec"]["containers"][0]["name"], service)

        self.each_pod(check)

    def test_dnsd_is_the_first_to_start_or_stands_beside_the_workload(self):
        def check(_case, _service, pod):
            dnsd = dnsd_of(pod)
            if dnsd.get("restartPolicy") == "Always":
                self.assertIs(pod["spec"]["initContainers"][0], dnsd)
                self.assertEqual(len(pod["spec"]["containers"]), 1)
            else:
                self.assertIs(pod["spec"]["containers"][1], dnsd)

        self.each_pod(check)

    def test_the_workload_asks_dnsd_and_so_do_init_containers_after_it(self):
        def check(_case, _service, pod):
            dnsd = dnsd_of(pod)
            for container in containers(pod):
                mounts = [mount["mountPath"] for mount in container.get("volumeMounts", [])]
                runs_before_dnsd = container in pod["spec"].get("initContainers", []) and "restartPolicy" not in dnsd
                self.assertEqual("/etc/resolv.conf" in mounts, container is not dnsd and not runs_before_dnsd)

        self.each_pod(check)

    def test_resolv_conf_names_the_address_that_dnsd_listens_on(self):
        def check(case, _service, pod):
            dnsd = dnsd_of(pod)
            mount = next(m for m in pod["spec"]["containers"][0]["volumeMounts"] if m["mountPath"] == "/etc/resolv.conf")
            volume = next(v for v in pod["spec"]["volumes"] if v["name"] == mount["name"])
            text = manifests.named(case, "ConfigMap", volume["configMap"]["name"])["data"][mount["subPath"]]
            address = re.fullmatch(r"nameserver (\S+)\n", text)[1]
            self.assertEqual(address == "::1", "[::1]:53" in dnsd["args"])
            self.assertIn(address, ("::1", "127.0.0.1"))
            self.assertEqual(dnsd["startupProbe"]["exec"]["command"][1:], ["--probe"] + (["[::1]:53"] if address == "::1" else []))

        self.each_pod(check)

    def test_dnsd_is_hardened_unless_its_values_say_otherwise(self):
        def check(case, _service, pod):
            if case in ("dnsd-settings", "older-coredns-keys", "null-takes-a-default-away"):
                return
            self.assertEqual(dnsd_of(pod)["securityContext"], {
                "runAsUser": 65532, "runAsGroup": 65532, "runAsNonRoot": True, "readOnlyRootFilesystem": True,
                "allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]},
                "seccompProfile": {"type": "RuntimeDefault"}})

        self.each_pod(check)

    def test_the_pod_is_guaranteed(self):
        def check(case, _service, pod):
            for container in containers(pod) if case not in NOT_GUARANTEED else []:
                limits = container["resources"]["limits"]
                self.assertEqual(set(limits), {"cpu", "memory"})
                self.assertEqual(limits, container["resources"]["requests"])

        self.each_pod(check)

    def test_names_of_containers_volumes_and_mounts_fit_together(self):
        def check(_case, _service, pod):
            names = [container["name"] for container in containers(pod)]
            volumes = [volume["name"] for volume in pod["spec"]["volumes"]]
            self.assertEqual(len(set(names)), len(names))
            self.assertEqual(len(set(volumes)), len(volumes))
            for name in names + volumes:
                self.assertRegex(name, f"^{DNS_LABEL.pattern}$")
            for container in containers(pod):
                paths = [mount["mountPath"] for mount in container.get("volumeMounts", [])]
                self.assertEqual(len(set(paths)), len(paths))
                self.assertLessEqual({mount["name"] for mount in container.get("volumeMounts", [])}, set(volumes))

        self.each_pod(check)

    def test_claims_and_configurations_that_it_mounts_are_made(self):
        def check(case, _service, pod):
            claims = {claim["metadata"]["name"] for claim in manifests.of_kind(case, "PersistentVolumeClaim")}
            for volume in pod["spec"]["volumes"]:
                if "persistentVolumeClaim" in volume:
                    self.assertIn(volume["persistentVolumeClaim"]["claimName"], claims)

        self.each_pod(check)

    def test_its_selector_picks_it(self):
        for case in ordinary_cases():
            for workload in manifests.of_kind(case, "StatefulSet"):
                labels = workload["spec"]["template"]["metadata"]["labels"].items()
                self.assertLessEqual(workload["spec"]["selector"]["matchLabels"].items(), labels)
                self.assertLessEqual({"app.kubernetes.io/name", "app.kubernetes.io/instance", "inspect/service",
                                      "aisi.gov.uk/k8s-sandbox-version"}, dict(labels).keys())


class EveryObject(Each):
    def test_names_are_names(self):
        def check(case, document):
            name = document["metadata"]["name"]
            self.assertRegex(name, f"^{SUBDOMAIN.pattern}$")
            if case in NAMES_TOO_LONG:
                return
            if document["kind"] == "Service":
                self.assertRegex(name, f"^{SERVICE_NAME.pattern}$")
            if document["kind"] == "StatefulSet":
                self.assertLessEqual(len(name), STATEFUL_SET_NAME_MAX)

        self.each_object(check)

    def test_no_two_objects_have_one_name(self):
        for case in ordinary_cases():
            ids = [(document["kind"], document["metadata"]["name"]) for document in manifests.load(case)]
            self.assertEqual(len(set(ids)), len(ids), case)

    def test_labels_and_annotations_are_texts_of_the_allowed_form(self):
        def check(_case, document):
            pod = document["spec"]["template"]["metadata"] if document["kind"] == "StatefulSet" else {}
            for metadata in (document["metadata"], pod):
                for key, value in metadata.get("labels", {}).items():
                    self.assertRegex(key, f"^{LABEL_KEY.pattern}$")
                    self.assertRegex(value, f"^{LABEL_VALUE.pattern}$")
                for value in metadata.get("annotations", {}).values():
                    self.assertIsInstance(value, str)

        self.each_object(check)

    def test_ports_of_a_service_have_names_of_their_own(self):
        def check(_case, document):
            if document["kind"] == "Service":
                names = [port["name"] for port in document["spec"].get("ports", [])]
                self.assertEqual(len(set(names)), len(names))
                for name in names:
                    self.assertRegex(name, f"^{DNS_LABEL.pattern}$")

        self.each_object(check)

    def test_environments_hold_texts(self):
        for case in ordinary_cases():
            for service, pod in manifests.pods(case).items():
                for container in containers(pod):
                    for variable in container.get("env", []):
                        with self.subTest(case=case, service=service, variable=variable["name"]):
                            self.assertTrue("valueFrom" in variable or isinstance(variable["value"], str))


class Values(unittest.TestCase):
    """What was written in the values is what arrives, however odd."""

    def environment(self, case):
        workload = manifests.pods(case)["default"]["spec"]["containers"][0]
        return {variable["name"]: variable.get("value") for variable in workload["env"]}

    def test_numbers_arrive_as_they_were_written(self):
        self.assertEqual(self.environment("env-as-list"), {
            "AGENT_ENV": "agent-env-my-rel", "TEXT": "hello world", "NUMBER": "1000000", "BIG": "12345678901",
            "FRACTION": "0.1", "TRUTH": "true", "OCTAL": "493", "EMPTY": "", "NONE": "",
            "DOLLAR": "$(OTHER) ${SHELL} {{ .Release.Name }}", "LINES": "a\nb: c\n", "NODE": None})
        self.assertEqual(self.environment("env-set-by-flag")["BIG"], "10000000")

    def test_hostile_text_arrives_whole(self):
        workload = manifests.pods("hostile-text")["default"]["spec"]["containers"][0]
        self.assertEqual(workload["command"][:4], ["{{ .Release.Name }}", "multi\nline: true\n", "'single' \"double\" \\ back",
                                                   "\x01\t\x7f é 😀 \u2028 \u00a0"])

    def test_a_script_arrives_whole(self):
        workload = manifests.pods("script-of-several-lines")["default"]["spec"]["containers"][0]
        self.assertEqual(workload["command"][2], 'set -e\n# a comment: with a colon\nfor i in 1 2 3; do\n    echo "$i"\ndone\n\nexec sleep infinity\n')

    def test_hostile_names_stay_in_their_quotes_even_without_the_schema(self):
        case = "hostile-names-without-schema"
        pod = manifests.pods(case)['x"\n  evil: true # ']
        self.assertLessEqual(set(pod["spec"]), {
            "runtimeClassName", "serviceAccountName", "automountServiceAccountToken", "enableServiceLinks",
            "terminationGracePeriodSeconds", "nodeSelector", "initContainers", "containers", "volumes"})
        self.assertEqual(pod["spec"]["containers"][0]["workingDir"], "/w\n  hostNetwork: true")
        self.assertEqual(pod["metadata"]["labels"]['aisi.gov.uk/network-n"\nm: true'], "true")
        configuration = manifests.dnsd_configuration(case)
        self.assertEqual(list(configuration), ["fullname", "namespace", "clusterDomain", "services", "policy", "reverse", "log"])
        self.assertEqual(configuration["policy"]["allow"][1], 'a"\n- matchPattern: "*')
        (egress,) = [policy["spec"]["egress"] for policy in manifests.of_kind(case, "CiliumNetworkPolicy")
                     if "egress" in policy["spec"]]
        self.assertEqual(egress[2]["toFQDNs"], [{"matchPattern": 'a"\n- matchPattern: "*'}])
        self.assertEqual(egress[3], {"toEntities": ["all\n"]})

    def test_each_record_is_given_to_dnsd_once(self):
        services = manifests.dnsd_configuration("additional-dns-records")["services"]
        self.assertEqual(services, {"web": {"additionalDnsRecords": [
            "example.com", "www.example.com", "*.cdn.example.com", "under_score", "trailing.dot"]}})


if __name__ == "__main__":
    unittest.main()

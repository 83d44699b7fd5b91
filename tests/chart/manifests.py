"""The chart's manifests as Helm printed them, by golden case."""

import functools
import pathlib

import yaml

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE.parent / "golden" / "chart"
COMPOSE = HERE.parent / "data"
SERVICE_LABEL = "inspect/service"


class StrictLoader(yaml.CSafeLoader):
    """YAML as an API server reads it: a key that is there twice is an error."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"twice in one mapping: {sorted(twice)}", node.start_mark)
        return super().construct_mapping(node, deep)


def case_names():
    """Every golden case that renders."""
    return sorted(path.parent.name for path in CASES.glob("*/expected.helm3"))


def compose_cases():
    """Every Compose file, by what render compose --template makes of it."""
    return sorted(f"compose/good/{path.name}" for path in (COMPOSE / "compose" / "good").glob("*.manifests"))


def case_path(case):
    if case.startswith("compose/"):
        return COMPOSE / case
    return CASES / case / "expected.helm3"


@functools.cache
def load(case):
    """The objects of a case, in the order they were printed; not to be changed."""
    with open(case_path(case), "rb") as file:
        return [document for document in yaml.load_all(file, StrictLoader) if document is not None]


def of_kind(case, kind):
    return [document for document in load(case) if document["kind"] == kind]


def named(case, kind, name):
    """The one object of that kind and name."""
    (found,) = [document for document in of_kind(case, kind) if document["metadata"]["name"] == name]
    return found


def pods(case):
    """Service -> the Pod's template."""
    return {workload["metadata"]["labels"][SERVICE_LABEL]: workload["spec"]["template"]
            for workload in of_kind(case, "StatefulSet")}


def dnsd_configuration(case):
    (found,) = [document for document in of_kind(case, "ConfigMap") if "dnsd.yaml" in document.get("data", {})]
    return yaml.load(found["data"]["dnsd.yaml"], StrictLoader)

"""The values' schema: strict, explained, and with every key of it shown in a golden case."""

import json
import unittest

import yaml

import manifests

CHART = manifests.HERE.parent.parent / "chart"
SCHEMA = json.loads((CHART / "values.schema.json").read_text())


def schemas(node, path=""):
    """Every schema in a schema, with its path."""
    yield path, node
    for keyword in ("properties", "definitions"):
        for key, child in node.get(keyword, {}).items():
            yield from schemas(child, f"{path}/{keyword}/{key}")
    for keyword in ("additionalProperties", "items", "propertyNames"):
        if isinstance(node.get(keyword), dict):
            yield from schemas(node[keyword], f"{path}/{keyword}")
    for number, child in enumerate(node.get("anyOf", [])):
        yield from schemas(child, f"{path}/anyOf/{number}")


def resolve(node):
    return SCHEMA["definitions"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node


def keys_of(node, prefix=""):
    """The keys that a schema names, nested ones after a dot, those of entries by name or number after `*`."""
    node = resolve(node)
    for option in [node, *map(resolve, node.get("anyOf", []))]:
        for key, child in option.get("properties", {}).items():
            yield prefix + key
            yield from keys_of(child, prefix + key + ".")
        for keyword in ("additionalProperties", "items"):
            if isinstance(option.get(keyword), dict):
                yield from keys_of(option[keyword], prefix + "*.")


def keys_in(node, value, prefix=""):
    """Of those keys the ones that a value has."""
    node = resolve(node)
    for option in [node, *map(resolve, node.get("anyOf", []))]:
        if isinstance(value, dict):
            for key, child in value.items():
                if key in option.get("properties", {}):
                    yield prefix + key
                    yield from keys_in(option["properties"][key], child, prefix + key + ".")
                elif isinstance(option.get("additionalProperties"), dict):
                    yield from keys_in(option["additionalProperties"], child, prefix + "*.")
        if isinstance(value, list) and isinstance(option.get("items"), dict):
            for child in value:
                yield from keys_in(option["items"], child, prefix + "*.")


class Schema(unittest.TestCase):
    def test_it_says_of_every_key_what_it_is(self):
        for path, node in schemas(SCHEMA):
            for key, child in node.get("properties", {}).items():
                with self.subTest(path=path, key=key):
                    self.assertTrue(child.get("description") or resolve(child).get("description"))

    def test_no_object_with_keys_of_its_own_takes_others(self):
        open_ones = [path for path, node in schemas(SCHEMA) if "properties" in node and node.get("additionalProperties") is not False]
        self.assertEqual(open_ones, ["/properties/global", "/definitions/serviceVolume/anyOf/1"])

    def test_the_charts_own_values_have_no_key_that_it_does_not_know(self):
        values = yaml.safe_load((CHART / "values.yaml").read_text())
        self.assertLessEqual(set(values), set(SCHEMA["properties"]))
        self.assertEqual(set(SCHEMA["properties"]) - set(values), set())

    def test_every_key_is_in_a_golden_case_that_renders(self):
        shown = set()
        for case in manifests.case_names():
            path = manifests.CASES / case / "values.yaml"
            if path.exists():
                shown.update(keys_in(SCHEMA, yaml.safe_load(path.read_text())))
        self.assertEqual(set(keys_of(SCHEMA)) - shown, set())

    def test_its_patterns_mean_the_same_to_every_engine(self):
        """No classes by backslash, no look-around, nothing that is Unicode-aware in one engine and not in another."""
        for path, node in schemas(SCHEMA):
            with self.subTest(path=path):
                self.assertNotRegex(node.get("pattern", ""), r"\\|\(\?[^:]")


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3 -B
"""The public JSON-Schema-Test-Suite against render's schema reader.

usage: schema_suite.py ECHO SUITE [DRAFT]
ECHO is build/bin/values_echo, SUITE a folder that holds draft7/*.json (the PyPI sources of jsonschema carry one).
Groups that need a schema from elsewhere are left out, and told. Exit 1: a test failed."""
import json
import pathlib
import struct
import subprocess
import sys

DRAFTS = {"draft4": "http://json-schema.org/draft-04/schema#", "draft6": "http://json-schema.org/draft-06/schema#",
          "draft7": "http://json-schema.org/draft-07/schema#", "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
          "draft2020-12": "https://json-schema.org/draft/2020-12/schema"}


def main():
    echo, suite, draft = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "draft7"
    process = subprocess.Popen([echo], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    passed, failed, remote = 0, 0, 0
    for path in sorted((suite / draft).glob("*.json")):
        for group in json.loads(path.read_text()):
            schema = group["schema"]
            if isinstance(schema, dict):
                schema = {"$schema": DRAFTS[draft], **schema}
            for test in group["tests"]:
                record = json.dumps(schema).encode() + b"\0" + json.dumps(test["data"]).encode()
                process.stdin.write(b"w" + struct.pack(">I", len(record)) + record)
                process.stdin.flush()
                answer = process.stdout.read(struct.unpack(">I", process.stdout.read(4))[0]).decode()
                if "failing loading" in answer:
                    remote += 1
                elif (answer == "") == test["valid"]:
                    passed += 1
                else:
                    failed += 1
                    print(f"{path.name}: {group['description']}: {test['description']}: wants {'' if test['valid'] else 'in'}valid: {answer}")
    print(f"{draft}: {passed} passed, {failed} failed, {remote} left out for their remote references")
    return 1 if failed else 0


sys.exit(main())

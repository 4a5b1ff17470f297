"""The JSON Schemas that the program prints, read by python-jsonschema: what goes in and out holds to them."""

import json
import os
import subprocess
import tempfile

from jsonschema import Draft202012Validator
from support import AT, TestCase, binary, event
from tutor import SESSION, WRONG

ADMIN = [
    ("describe", {}), ("rpc.discover", {}), ("stats", {}), ("export_state", {}), ("export_state", {"learners": ["p01"]}),
    ("mastery", {"learners": ["p01", "nobody"]}), ("recommend", {"learners": ["p01"], "allow": {"minutes": 10}, "seed": 5}),
    ("observe", {"events": [event("p01", item="no such item"), event("p01", status="excused"), event("p01", event_id="1")]}),
    ("checkpoint", {}), ("forget", {"learners": ["p02", "nobody"]}),
]  # fmt: skip


class Schemas(TestCase):
    def schemas(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        child = self.serve("--state", os.path.join(folder.name, "learners.state"))
        methods = self.result(child.ask("rpc.discover"))["methods"]
        return child, {
            method["name"]: (
                {
                    "type": "object",
                    "properties": {param["name"]: param["schema"] for param in method["params"]},
                    "required": [param["name"] for param in method["params"] if param.get("required")],
                    "additionalProperties": False,
                },
                method["result"]["schema"],
            )
            for method in methods
        }

    def test_they_are_schemas(self):
        child, schemas = self.schemas()
        self.assertGreater(len(schemas), 12)
        tools = {tool["name"]: tool for tool in self.result(child.ask("tools/list"))["tools"]}
        for name, (params, result) in schemas.items():
            Draft202012Validator.check_schema(params)
            Draft202012Validator.check_schema(result)
            printed = json.loads(subprocess.run([binary(), "schema", name], capture_output=True, timeout=20).stdout)
            Draft202012Validator.check_schema(printed)
            self.assertEqual(printed["$defs"]["result"], result)
            if name in tools:
                # One table: the tool's schemas are the method's.
                self.assertEqual(tools[name]["inputSchema"], printed["$defs"]["params"])
                self.assertEqual(tools[name]["outputSchema"], result)

    def test_what_goes_in_and_out_holds_to_them(self):
        child, schemas = self.schemas()
        for method, params in SESSION + ADMIN:
            with self.subTest(method=method, params=params):
                given, got = schemas[method]
                Draft202012Validator(given).validate(params)
                Draft202012Validator(got).validate(self.result(child.ask(method, **params)))

    def test_what_they_refuse_is_refused(self):
        child, schemas = self.schemas()
        wrong = [(method, params) for method, params, _ in WRONG if method != "explain"] + [
            ("recommend", {"learners": []}), ("recommend", {"learners": ["a"], "limit": 101}), ("recommend", {"learners": ["a"], "seed": -1.5}),
            ("observe", {"events": []}), ("observe", {}), ("mastery", {"learners": [""]}), ("step", {"learner": 1}),
            ("step", {"learner": "a", "certainty": 2}), ("recommend", {"learners": ["a"], "unit": "course"}),
        ]  # fmt: skip
        for method, params in wrong:
            with self.subTest(method=method, params=params):
                if "cohort" not in params and method == "recommend" and not params:
                    # Either learners or a cohort: more than a schema of members says.
                    continue
                self.assertFalse(Draft202012Validator(schemas[method][0]).is_valid(params))
                self.error(child.ask(method, **params), -32602)

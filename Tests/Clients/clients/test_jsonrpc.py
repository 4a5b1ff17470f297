"""jsonrpcclient and jsonrpc-base: small packages that write requests and read answers, over our pipe."""

import jsonrpc_base
import jsonrpcclient
from support import AT, TestCase, check_line, event


class JsonRpcClient(TestCase):
    def test_calls(self):
        child = self.serve()

        def call(text):
            child.line(text.encode())
            line = child.read_line()
            check_line(line)
            return jsonrpcclient.parse_json(line.decode())

        answer = call(jsonrpcclient.request_json("observe", {"events": [event("a"), event("b", score=0)]}))
        self.assertIsInstance(answer, jsonrpcclient.Ok)
        self.assertEqual(answer.result["applied"], 2)
        # It leaves `params` out where there are none, and has four ways to make ids.
        for make in (
            jsonrpcclient.request_json, jsonrpcclient.request_json_hex,
            jsonrpcclient.request_json_random, jsonrpcclient.request_json_uuid,
        ):  # fmt: skip
            text = make("describe")
            answer = call(text)
            self.assertIsInstance(answer, jsonrpcclient.Ok)
            self.assertEqual(answer.id, check_line(text.encode())["id"])
        answer = call(jsonrpcclient.request_json("recommend", ("a", "b")))
        self.assertIsInstance(answer, jsonrpcclient.Error)
        self.assertEqual(answer.code, -32602)
        answer = call(jsonrpcclient.request_json("explain", {"learner": "a", "item": "none"}))
        self.assertEqual((answer.code, answer.data["kind"]), (1001, "unknown_item"))

    def test_notifications_and_batches(self):
        child = self.serve()
        child.line(jsonrpcclient.notification_json("observe", {"events": [event("n")]}).encode())
        requests = [jsonrpcclient.request("mastery", {"learners": ["n"], "at": AT}), jsonrpcclient.request("no.such")]
        import json

        child.line(json.dumps(requests).encode())
        answers = list(jsonrpcclient.parse(check_line(child.read_line())))
        self.assertEqual([answer.id for answer in answers], [request["id"] for request in requests])
        self.assertIsInstance(answers[0], jsonrpcclient.Ok)
        self.assertEqual(answers[1].code, -32601)


class JsonRpcBase(TestCase):
    def test_calls(self):
        child = self.serve()

        class Program(jsonrpc_base.Server):
            def send_message(self, message):
                child.line(message.serialize().encode())
                if message.response_id is None:
                    return None
                answer = check_line(child.read_line())
                assert answer["id"] == message.response_id
                return message.parse_response(answer)

        program = Program()
        self.assertEqual(program.observe(events=[event("a")])["applied"], 1)
        program.observe(events=[event("a", at=AT + 60)], _notification=True)
        answer = program.mastery(learners=["a"], skills=["parts"], at=AT + 60)
        self.assertEqual(answer["learners"][0]["skills"][0]["attempts"], 2)
        self.assertTrue(program.describe())
        self.assertTrue(program.rpc.discover()["openrpc"])
        for call, code in (
            (lambda: program.recommend("a"), -32602),
            (lambda: program.no.such.method(), -32601),
            (lambda: program.explain(learner="a", item="none"), 1001),
        ):
            with self.assertRaises(jsonrpc_base.ProtocolError) as caught:
                call()
            self.assertEqual(caught.exception.args[0], code)
            self.assertTrue(caught.exception.args[1])

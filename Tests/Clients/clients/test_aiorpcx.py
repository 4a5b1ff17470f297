"""aiorpcX: many requests under way at once, and batches. It speaks over a socket, which the program takes for its streams."""

import asyncio
import socket
from functools import partial

from aiorpcx import RPCError, RPCSession
from aiorpcx.session import SessionKind
from aiorpcx.unixsocket import USTransport
from support import AT, TestCase, event


class Pipelined(TestCase):
    def converse(self, conversation):
        async def run():
            ours, theirs = socket.socketpair()
            child = self.serve(stdin=theirs, stdout=theirs)
            theirs.close()
            factory = partial(USTransport, RPCSession, None, SessionKind.CLIENT)
            _, protocol = await asyncio.get_running_loop().create_unix_connection(factory, sock=ours)
            async with asyncio.timeout(50):
                await conversation(protocol.session)
            await protocol.session.close()
            self.assertEqual(await asyncio.to_thread(child.wait), 0)
            self.assertEqual(child.stderr(), b"")

        asyncio.run(run())

    def test_five_hundred_under_way(self):
        async def conversation(session):
            async def call(n):
                answer = await session.send_request("recommend", {"learners": ["l%d" % n], "limit": 1, "at": AT})
                return answer["recommendations"][0]["learner"]

            learners = await asyncio.gather(*(call(n) for n in range(500)))
            self.assertEqual(learners, ["l%d" % n for n in range(500)])

        self.converse(conversation)

    def test_errors(self):
        async def conversation(session):
            for method, arguments, code in (
                ("recommend", ["a"], -32602), ("no.such", {}, -32601), ("explain", {"learner": "a", "item": "none"}, 1001),
            ):  # fmt: skip
                with self.assertRaises(RPCError) as caught:
                    await session.send_request(method, arguments)
                self.assertEqual(caught.exception.code, code)

        self.converse(conversation)

    def test_batches(self):
        async def conversation(session):
            await session.send_notification("observe", {"events": [event("b")]})
            async with session.send_batch() as batch:
                for n in range(100):
                    batch.add_request("observe", {"events": [event("b", at=AT + n)]})
                    batch.add_notification("observe", {"events": [event("c", at=AT + n)]})
                batch.add_request("mastery", {"learners": ["b", "c"], "skills": ["parts"], "at": AT + 100})
                batch.add_request("no.such")
            self.assertEqual(len(batch.results), 102)
            self.assertEqual([result["applied"] for result in batch.results[:100]], [1] * 100)
            attempts = [learner["skills"][0]["attempts"] for learner in batch.results[100]["learners"]]
            self.assertEqual(attempts, [101, 100])
            self.assertEqual(batch.results[101].code, -32601)

        self.converse(conversation)

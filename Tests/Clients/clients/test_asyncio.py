"""asyncio's StreamReader as it comes: a line of 64 KiB or more breaks it, so no line may be that long."""

import asyncio

from support import AT, CATALOGUE, TestCase, binary, check_line, event, request


class Limit(TestCase):
    def test_no_line_breaks_the_reader(self):
        async def run():
            child = await asyncio.create_subprocess_exec(
                binary(), "serve", "--catalogue", CATALOGUE, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)

            async def ask(line):
                child.stdin.write(line + b"\n")
                await child.stdin.drain()
                answer = await child.stdout.readline()
                check_line(answer[:-1])
                return check_line(answer[:-1])

            learners = ["l%d" % n for n in range(500)]
            answer = await ask(request(0, "observe", events=[event(learner) for learner in learners]))
            self.assertEqual(answer["result"]["applied"], 500)
            for method, params in (
                ("recommend", {"learners": learners, "limit": 100, "at": AT}),
                ("recommend", {"learners": learners, "limit": 20, "unit": "skill", "at": AT}),
                ("mastery", {"learners": learners, "at": AT}),
                ("convene", {"learners": learners, "slots": [{"id": "s%d" % n, "minutes": 30, "seats": 6} for n in range(50)], "at": AT}),
                ("export_state", {}), ("describe", {}), ("rpc.discover", {}), ("tools/list", {}), ("stats", {}),
                ("observe", {"events": [event("x" * 200, item="no such item", note="y" * 60)] * 500}),
                ("observe", {"events": [event("x" * 200, item="i" * 200)] * 500}),
                ("tools/call", {"name": "recommend", "arguments": {"learners": learners, "limit": 100, "at": AT}}),
                ("explain", {"learner": "l1", "item": "project", "at": AT}),
            ):  # fmt: skip
                with self.subTest(method=method):
                    answer = await ask(request(1, method, **params))
                    self.assertEqual(answer["id"], 1)
            # In one batch what fits into a line each does not fit into one together.
            batch = [request(n, "recommend", learners=[learners[n]], limit=100, at=AT) for n in range(100)]
            answer = await ask(b"[" + b",".join(batch) + b"]")
            if isinstance(answer, list):
                self.assertEqual([one["id"] for one in answer], list(range(100)))
            child.stdin.close()
            self.assertEqual(await child.wait(), 0)

        asyncio.run(asyncio.wait_for(run(), 55))

"""The `mcp` package, 2.x: with the handshake, without it, and finding out which."""

import asyncio

import mcp_types
from jsonschema import Draft202012Validator
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError
from support import AT, CATALOGUE, TestCase, binary
from tutor import CHANGING, SESSION, TOOLS, WRONG, check_text


def server(*options, env=None):
    return StdioServerParameters(command=binary(), args=["serve", "--catalogue", CATALOGUE, *options], env=env)


class Modes(TestCase):
    """Each mode speaks the revision that is expected of it: `auto` falls back in silence where `server/discover` is wrong."""

    revisions = {"auto": "2026-07-28", "2026-07-28": "2026-07-28", "legacy": "2025-11-25"}

    def each_mode(self, conversation, *options):
        async def run():
            for mode, revision in self.revisions.items():
                with self.subTest(mode=mode):
                    async with asyncio.timeout(40):
                        async with Client(server(*options), mode=mode) as client:
                            self.assertEqual(client.protocol_version, revision)
                            await conversation(client, mode)

        asyncio.run(run())

    def test_who_it_is(self):
        async def conversation(client, mode):
            if mode != "legacy":
                discovered = mcp_types.DiscoverResult.model_validate(await client.session.send_discover(mode if mode != "auto" else "2026-07-28"))
                self.assertEqual(discovered.result_type, "complete")
                self.assertIn("2026-07-28", discovered.supported_versions)
                self.assertIsNotNone(discovered.capabilities.tools)
                self.assertGreaterEqual(discovered.ttl_ms, 0)
            if mode == "auto":
                self.assertEqual(client.server_info.name, "syncopate")
                self.assertTrue(client.server_info.version)
                self.assertTrue(client.instructions)
            if mode == "legacy":
                self.assertEqual(client.server_info.name, "syncopate")
                self.assertIsNotNone(client.server_capabilities.tools)
                await client.send_ping()

        self.each_mode(conversation)

    def test_tools(self):
        async def conversation(client, mode):
            listed = await client.list_tools()
            self.assertIsNone(listed.next_cursor, "clients read the first page only")
            self.assertEqual(sorted(tool.name for tool in listed.tools), TOOLS)
            for tool in listed.tools:
                self.assertTrue(tool.description)
                self.assertIsNotNone(tool.output_schema)
                for schema in (tool.input_schema, tool.output_schema):
                    Draft202012Validator.check_schema(schema)
                    self.assertEqual(schema["type"], "object")
                self.assertEqual(tool.annotations.read_only_hint, tool.name not in CHANGING)

        self.each_mode(conversation)

    def test_a_session(self):
        transcripts = {}

        async def conversation(client, mode):
            listed = {tool.name: tool for tool in (await client.list_tools()).tools}
            transcripts[mode] = []
            for name, arguments in SESSION:
                Draft202012Validator(listed[name].input_schema).validate(arguments)
                # The client holds what comes against the output schema.
                result = await client.call_tool(name, arguments)
                self.assertFalse(result.is_error, result.content)
                texts = [block.text for block in result.content]
                check_text(self, texts, result.structured_content)
                transcripts[mode].append(result.structured_content)
            self.assertEqual(transcripts[mode][0]["applied"], 3)

        self.each_mode(conversation)
        self.assertEqual(transcripts["auto"], transcripts["legacy"])
        self.assertEqual(transcripts["auto"], transcripts["2026-07-28"])

    def test_mistakes_are_told_to_the_model(self):
        async def conversation(client, mode):
            for name, arguments, said in WRONG:
                try:
                    result = await client.call_tool(name, arguments)
                    self.assertTrue(result.is_error, (name, arguments))
                    self.assertIsNone(result.structured_content)
                    text = " ".join(block.text for block in result.content)
                except MCPError as error:
                    self.assertIn(error.error.code, (-32602, 1001))
                    text = str(error.error)
                self.assertIn(said, text)
            try:
                result = await client.call_tool("no_such_tool", {})
                self.assertTrue(result.is_error)
            except MCPError as error:
                self.assertEqual(error.error.code, -32602)
            with self.assertRaises(MCPError) as caught:
                await client.list_tools(cursor="nonsense")
            self.assertEqual(caught.exception.error.code, -32602)
            with self.assertRaises(MCPError) as caught:
                await client.list_prompts()
            self.assertEqual(caught.exception.error.code, -32601)
            # It goes on.
            self.assertFalse((await client.call_tool("mastery", {"learners": ["a"]})).is_error)

        self.each_mode(conversation)

    def test_read_only(self):
        async def conversation(client, mode):
            names = {tool.name for tool in (await client.list_tools()).tools}
            self.assertEqual(names, set(TOOLS) - CHANGING)
            for name, arguments in SESSION:
                if name in CHANGING:
                    try:
                        self.assertTrue((await client.call_tool(name, arguments)).is_error)
                    except MCPError as error:
                        self.assertIn(error.error.code, (-32602, 1009))
                else:
                    self.assertFalse((await client.call_tool(name, arguments)).is_error)

        self.each_mode(conversation, "--read-only")

    def test_many_calls_at_once(self):
        async def conversation(client, mode):
            async def call(n):
                result = await client.call_tool("recommend", {"learners": ["l%d" % n], "limit": 1, "at": AT})
                return result.structured_content["recommendations"][0]["learner"]

            learners = await asyncio.gather(*(call(n) for n in range(200)))
            self.assertEqual(learners, ["l%d" % n for n in range(200)])

        self.each_mode(conversation)

    def test_calls_that_are_given_up(self):
        """The client says `notifications/cancelled` and goes on; a late answer must not be taken for another's."""

        async def conversation(client, mode):
            for n in range(30):
                try:
                    async with asyncio.timeout(0.0005 * (n % 4)):
                        await client.call_tool("recommend", {"learners": ["a%d" % n], "at": AT})
                except TimeoutError:
                    pass
                result = await client.call_tool("recommend", {"learners": ["b%d" % n], "limit": 1, "at": AT})
                self.assertEqual(result.structured_content["recommendations"][0]["learner"], "b%d" % n)

        self.each_mode(conversation)

    def test_a_revision_that_is_to_come(self):
        async def run():
            async with stdio_client(server()) as (read, write):
                from mcp.shared.message import SessionMessage

                meta = {
                    "io.modelcontextprotocol/protocolVersion": "2099-01-01",
                    "io.modelcontextprotocol/clientCapabilities": {},
                }
                for method in ("server/discover", "tools/list"):
                    await write.send(SessionMessage(mcp_types.JSONRPCRequest(jsonrpc="2.0", id=method, method=method, params={"_meta": meta})))
                    answer = (await read.receive()).message
                    self.assertEqual((answer.id, answer.error.code), (method, -32022))
                    self.assertEqual(answer.error.data["requested"], "2099-01-01")
                    self.assertIn("2026-07-28", answer.error.data["supported"])

        asyncio.run(run())

    def test_what_each_revision_has(self):
        """Members of one revision do not stand in results of the other; `ping` and `initialize` belong to the earlier ones."""
        meta = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}
        child = self.serve()
        listed = self.result(child.ask("tools/list", _meta=meta))
        self.assertEqual(listed["resultType"], "complete")
        self.assertIn(listed["cacheScope"], ("private", "public"))
        self.assertGreaterEqual(listed["ttlMs"], 0)
        called = self.result(child.ask("tools/call", name="mastery", arguments={"learners": ["a"], "at": AT}, _meta=meta))
        self.assertEqual(called["resultType"], "complete")
        self.assertEqual(called["_meta"]["io.modelcontextprotocol/serverInfo"]["name"], "syncopate")
        missing = {"io.modelcontextprotocol/protocolVersion": "2026-07-28"}
        self.error(child.ask("tools/list", _meta=missing), -32602)

        child = self.serve()
        for asked, spoken in (("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("1999-01-01", "2025-11-25")):
            result = self.result(child.ask("initialize", protocolVersion=asked, capabilities={}, clientInfo={"name": "t", "version": "0"}))
            self.assertEqual(result["protocolVersion"], spoken)
        for method, params in (("tools/list", {}), ("tools/call", {"name": "mastery", "arguments": {"learners": ["a"], "at": AT}})):
            result = self.result(child.ask(method, **params))
            self.assertEqual(set(result) & {"resultType", "ttlMs", "cacheScope"}, set())

"""The `mcp` package below 2: the handshake only."""

import asyncio
from datetime import timedelta

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import McpError
from support import AT, CATALOGUE, TestCase, binary
from tutor import CHANGING, SESSION, TOOLS, WRONG, check_text


class Handshake(TestCase):
    def converse(self, conversation, *options):
        async def run():
            parameters = StdioServerParameters(command=binary(), args=["serve", "--catalogue", CATALOGUE, *options])
            async with asyncio.timeout(40), stdio_client(parameters) as (read, write):
                async with ClientSession(read, write) as session:
                    initialized = await session.initialize()
                    self.assertEqual(initialized.protocolVersion, "2025-11-25")
                    self.assertEqual(initialized.serverInfo.name, "syncopate")
                    self.assertIsNotNone(initialized.capabilities.tools)
                    await conversation(session)

        asyncio.run(run())

    def test_tools(self):
        async def conversation(session):
            await session.send_ping()
            listed = await session.list_tools()
            self.assertIsNone(listed.nextCursor)
            self.assertEqual(sorted(tool.name for tool in listed.tools), TOOLS)

        self.converse(conversation)

    def test_a_session(self):
        async def conversation(session):
            for name, arguments in SESSION:
                result = await session.call_tool(name, arguments)
                self.assertFalse(result.isError, result.content)
                check_text(self, [block.text for block in result.content], result.structuredContent)

        self.converse(conversation)

    def test_mistakes(self):
        async def conversation(session):
            for name, arguments, said in WRONG:
                try:
                    result = await session.call_tool(name, arguments)
                    self.assertTrue(result.isError)
                    text = " ".join(block.text for block in result.content)
                except McpError as error:
                    text = str(error.error)
                self.assertIn(said, text)
            self.assertFalse((await session.call_tool("mastery", {"learners": ["a"]})).isError)

        self.converse(conversation)

    def test_read_only(self):
        async def conversation(session):
            self.assertEqual({tool.name for tool in (await session.list_tools()).tools}, set(TOOLS) - CHANGING)

        self.converse(conversation, "--read-only")

    def test_many_calls_at_once(self):
        async def conversation(session):
            async def call(n):
                result = await session.call_tool("recommend", {"learners": ["l%d" % n], "limit": 1, "at": AT})
                return result.structuredContent["recommendations"][0]["learner"]

            learners = await asyncio.gather(*(call(n) for n in range(200)))
            self.assertEqual(learners, ["l%d" % n for n in range(200)])

        self.converse(conversation)

    def test_a_call_that_is_given_up(self):
        async def conversation(session):
            for _ in range(10):
                # Given up long before an answer: one that comes at that very moment ends this client's own reader.
                with self.assertRaises(McpError):
                    await session.call_tool("recommend", {"learners": ["a"]}, read_timeout_seconds=timedelta(microseconds=1))
                self.assertFalse((await session.call_tool("mastery", {"learners": ["a"]})).isError)

        self.converse(conversation)

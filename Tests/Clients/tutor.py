"""What a tutor asks of the tools, written once for both lines of the MCP package."""

import json

from support import AT, event

TOOLS = ["convene", "explain", "mastery", "observe", "recommend", "step"]
CHANGING = {"observe", "step"}

SESSION = [
    ("observe", {"events": [event("p01", event_id="1"), event("p01", "parts-2", at=AT + 60), event("p02", score=0)]}),
    ("recommend", {"learners": ["p01", "p02"], "limit": 2, "at": AT + 120}),
    ("step", {**event("p01", "equivalent-1", at=AT + 180), "limit": 2}),
    ("step", {"learner": "p01", "limit": 1, "return_state": True}),
    ("mastery", {"learners": ["p01"], "at": AT + 240}),
    ("mastery", {"learners": ["p01", "p03"], "skills": ["parts"], "at": AT + 240}),
    ("explain", {"learner": "p01", "item": "add-2", "at": AT + 240}),
    ("convene", {"learners": ["p01", "p02", "p03", "p04"], "slots": [{"id": "s1", "minutes": 30, "seats": 3}], "at": AT + 240}),
    ("recommend", {"learners": ["p01"], "unit": "skill", "at": AT + 240}),
]

WRONG = [
    ("recommend", {}, "learners"),
    ("recommend", {"learners": "p01"}, "learners"),
    ("recommend", {"learners": ["p01"], "limt": 3}, "limit"),
    ("explain", {"learner": "p01", "item": "ad-2"}, "add-2"),
]


def check_text(test, texts, structured):
    """A sentence that a teacher can read, and the same as JSON."""
    sentence, whole = texts
    test.assertRegex(sentence, r"^\S.* .*\S$")
    test.assertNotIn("{", sentence)
    test.assertEqual(json.loads(whole), structured)

"""One way into every kind of error, and its code, path and answer to "may I try again"."""

import json
import os
import tempfile

from support import AT, CATALOGUE, TestCase, check_line, event, notification, request


class Kinds(TestCase):
    def refused(self, answer, code, kind, path, retryable=False):
        error = self.error(answer, code, kind)
        self.assertEqual((error["data"]["path"], error["data"]["retryable"]), (path, retryable))
        self.assertTrue(error["data"]["hint"], error)

    def test_unknown_item(self):
        child = self.serve()
        self.refused(child.ask("explain", learner="a", item="part-1"), 1001, "unknown_item", "/params/item")
        self.refused(child.ask("step", learner="a", item="none", score=1), 1001, "unknown_item", "/params/item")
        self.refused(child.ask("step", learner="a", item="new", variant_of="none", score=1), 1001, "unknown_item", "/params/variant_of")

    def test_unknown_learner(self):
        child = self.serve("--strict")
        self.refused(child.ask("mastery", learners=["a"]), 1002, "unknown_learner", "/params/learners/0")
        child.ask("observe", events=[event("a")])
        self.result(child.ask("mastery", learners=["a"]))
        self.refused(child.ask("recommend", learners=["a", "b"]), 1002, "unknown_learner", "/params/learners/1")

    def test_invalid_event(self):
        child = self.serve()
        self.refused(child.ask("step", learner="a", item="parts-1"), 1003, "invalid_event", "/params/score")
        events = [event("a"), {"learner": "a", "item": "parts-1"}, event("a", item="none"), event("a", extra=1), 5, event("b")]
        answer = self.result(child.ask("observe", events=events))
        self.assertEqual(answer["applied"], 2, "the good ones are kept")
        self.assertEqual(
            [(one["index"], one["kind"], one["path"]) for one in answer["rejected"]],
            [
                (1, "invalid_event", "/events/1/score"), (2, "unknown_item", "/events/2/item"),
                (3, "invalid_event", "/events/3/extra"), (4, "invalid_event", "/events/4"),
            ],
        )  # fmt: skip

    def test_no_name_of_a_learner_in_an_error(self):
        name = "Zoë Q. Secret"
        child = self.serve("--strict")
        calls = [
            ("mastery", {"learners": [name]}), ("step", {"learner": name, "item": "none", "score": 1}), ("explain", {"learner": name, "item": "none"}),
            ("observe", {"events": [{"learner": name}, event(name, item="none"), event(name, score="x")]}),
            ("import_state", {"states": [{"learner": name, "state": "AAAA"}]}), ("step", {"learner": name, "state": "AAAA"}),
            ("convene", {"learners": [name, name]}), ("export_state", {"learners": [name]}),
        ]  # fmt: skip
        for method, params in calls:
            child.line(request(1, method, **params))
            self.assertNotIn(b"Secret", child.read_line(), method)
        child.end_input()
        child.wait()
        self.assertEqual(child.stderr(), b"")

    def test_invalid_catalogue(self):
        child = self.child("serve")
        for method, params in (
            ("recommend", {"learners": ["a"]}), ("mastery", {"learners": ["a"]}), ("step", {"learner": "a"}),
            ("observe", {"events": [event("a")]}), ("explain", {"learner": "a", "item": "parts-1"}),
        ):  # fmt: skip
            with self.subTest(method=method):
                error = self.error(child.ask(method, **params), 1004, "invalid_catalogue")
                self.assertIn("define", error["data"]["hint"] + error["message"])

    def test_stale_revision(self):
        child = self.serve()
        first = self.result(child.ask("step", **event("a"), revision=0))
        self.refused(child.ask("step", **event("a"), revision=0), 1005, "stale_revision", "/params/revision")
        self.result(child.ask("step", **event("a"), revision=first["revision"]))

    def test_state_incompatible(self):
        child = self.serve()
        self.error(child.ask("step", learner="a", state="AAAA"), 1006, "state_incompatible")
        state = self.result(child.ask("step", **event("a"), return_state=True))["state"]
        self.error(child.ask("step", learner="b", state=state), 1006, "state_incompatible")
        for place in range(0, len(state), max(1, len(state) // 40)):
            spoilt = state[:place] + ("A" if state[place] != "A" else "B") + state[place + 1 :]
            answer = child.ask("step", learner="a", state=spoilt)
            with self.subTest(place=place):
                self.error(answer, 1006, "state_incompatible")

    def test_result_too_large(self):
        child = self.serve("--max-reply", "4096")
        answer = child.ask("recommend", learners=["a"], limit=100, at=AT)
        self.error(answer, 1008, "result_too_large")
        self.assertEqual(len(self.result(child.ask("recommend", learners=["a"], limit=1, at=AT))["recommendations"]), 1)

    def test_an_error_is_no_lie(self):
        """A call that is answered with an error did nothing; one that did something is not answered with an error."""
        long = "x" * 190
        calls = [
            [event("l%d" % n) for n in range(100)] + [event("b", item="none")] * 400,
            [event("l%d" % n) for n in range(100)] + [{"learner": "b"}] * 400,
            [event("l%d" % n) for n in range(100)] + [event("b", **{"no such member " + "y" * 100: 1})] * 400,
            [event(long + str(n)) for n in range(500)],
        ]
        for n, events in enumerate(calls):
            with self.subTest(n=n):
                child = self.serve()
                answer = child.ask("observe", events=events)
                learner = events[5]["learner"]
                skills = self.result(child.ask("mastery", learners=[learner], skills=["parts"], at=AT))["learners"][0]["skills"]
                if "error" in answer:
                    self.assertEqual(skills[0]["attempts"], 0, answer)
                else:
                    self.assertEqual(skills[0]["attempts"], 1)
                    self.assertGreaterEqual(answer["result"]["applied"], 100)
                child.close()

        # A step that asks for more than there is room for, alone and as a row.
        for command in ("serve", "pipe"):
            child = self.child(command, "--catalogue", CATALOGUE, "--max-reply", "4096")
            row = {**event("a", event_id="once"), "limit": 100}
            for tried, limit in enumerate((100, 1)):
                row["limit"] = limit
                child.line(request(1, "step", **row) if command == "serve" else json.dumps(row).encode())
                answer = check_line(child.read_line())
                answer = answer.get("result", answer)
                if tried == 0 and "error" in answer:
                    wanted = 1
                elif tried == 0:
                    wanted = 0
                else:
                    # After a refusal it is new, after an answer it is known.
                    self.assertEqual((answer["revision"], answer["duplicate"]), (1, wanted == 0), command)

        # In a batch, where there is less room for each.
        child = self.serve()
        batch = [request(n, "observe", events=[event("b%d.%d" % (n, k)) for k in range(40)]) for n in range(60)]
        batch += [request(n, "step", **event("s%d" % n)) for n in range(60, 100)]
        child.write_in_background(b"[" + b",".join(batch) + b"]\n")
        answers = check_line(child.read_line())
        for answer in answers if isinstance(answers, list) else [{"id": n, "error": answers["error"]} for n in range(100)]:
            learner = "b%d.0" % answer["id"] if answer["id"] < 60 else "s%d" % answer["id"]
            skills = self.result(child.ask("mastery", learners=[learner], skills=["parts"], at=AT))["learners"][0]["skills"]
            self.assertEqual(skills[0]["attempts"], 0 if "error" in answer else 1, answer)

    def test_read_only(self):
        child = self.serve("--read-only")
        for method, params in (
            ("observe", {"events": [event("a")]}), ("step", event("a")), ("define", {"slots": []}), ("forget", {"learners": ["a"]}),
            ("import_state", {"states": [{"learner": "a", "state": "AAAA"}]}), ("checkpoint", {}),
        ):  # fmt: skip
            with self.subTest(method=method):
                self.error(child.ask(method, **params), 1009, "read_only")
        skills = self.result(child.ask("mastery", learners=["a"], skills=["parts"]))["learners"][0]["skills"]
        self.assertEqual(skills[0]["attempts"], 0)

    def test_cancelled(self):
        """Of what waits, what was cancelled is not done; every id still has its one answer."""
        child = self.serve()
        calls = [request(n, "observe", events=[event("a", event_id="e%d" % n)]) for n in range(100)]
        calls += [notification("notifications/cancelled", requestId=n) for n in range(90, 100)]
        calls += [notification("notifications/cancelled", requestId="90"), notification("notifications/cancelled", requestId=None)]
        child.write_in_background(b"\n".join(calls) + b"\n", then_end=True)
        answers = [check_line(line) for line in child.read_to_end()]
        self.assertEqual([answer["id"] for answer in answers], list(range(100)))
        for answer in answers:
            if "error" in answer:
                self.assertGreaterEqual(answer["id"], 90)
                error = self.error(answer, 1010, "cancelled")
                self.assertTrue(error["data"]["retryable"])
        refused = sum("error" in answer for answer in answers)
        self.assertTrue(refused, "nothing was cancelled, though all was there at once")
        again = self.serve()
        again.write_in_background(b"\n".join(calls) + b"\n" + request("after", "mastery", learners=["a"], skills=["parts"], at=AT) + b"\n", then_end=True)
        answers = [check_line(line) for line in again.read_to_end()]
        done = sum("result" in answer for answer in answers[:100])
        self.assertEqual(answers[-1]["result"]["learners"][0]["skills"][0]["attempts"], done, "what was cancelled was not done")

    def test_busy(self):
        child = self.serve("--max-learners", "3")
        answer = self.result(child.ask("observe", events=[event("l%d" % n) for n in range(5)]))
        self.assertEqual((answer["applied"], [one["kind"] for one in answer["rejected"]]), (3, ["busy", "busy"]))
        error = self.error(child.ask("step", **event("l9")), 1011, "busy")
        # Asking again changes nothing; forgetting somebody does.
        self.assertFalse(error["data"]["retryable"])
        self.result(child.ask("forget", learners=["l0"]))
        self.result(child.ask("step", **event("l9")))

    def test_storage(self):
        self.error(self.serve().ask("checkpoint"), 1012, "storage")
        with tempfile.TemporaryDirectory() as folder:
            child = self.serve("--state", os.path.join(folder, "sub", "learners.state"))
            child.write_in_background(request(1, "observe", events=[event("a")]) + b"\n" + request(2, "checkpoint") + b"\n", then_end=True)
            lines = child.read_to_end()
            # There is no such folder: said at once, or when it is written; never passed over.
            if lines:
                self.error(lines[1], 1012, "storage")
            self.assertNotEqual(child.wait(), 0)
            self.assertTrue(child.stderr())

    def test_needs_replay(self):
        child = self.serve()
        for start in range(0, 1_000, 500):
            events = [event("a", at=AT + start + n, event_id="e%d" % (start + n)) for n in range(500)]
            self.assertEqual(self.result(child.ask("observe", events=events))["applied"], 500)
        # Within the last 256 events anything can be corrected.
        self.assertEqual(self.result(child.ask("observe", events=[{"learner": "a", "retract": "e744"}]))["applied"], 1)
        error = self.error(child.ask("step", **event("a", at=AT - 86_400, event_id="late")), 1013, "needs_replay")
        self.assertIn("forget", error["data"]["hint"] + error["message"])


class Define(TestCase):
    """The catalogue, the cohorts and the slots may come over the wire."""

    def catalogue(self):
        with open(CATALOGUE, "rb") as file:
            return check_line(b" ".join(file.read().split(b"\n")).strip(), 1 << 20)

    def test_a_catalogue_over_the_wire_is_one_of_a_file(self):
        child = self.child("serve")
        self.assertEqual(self.result(child.ask("define", **self.catalogue()))["catalogue"]["items"], 20)
        other = self.serve()
        for method, params in (
            ("observe", {"events": [event("a"), event("b", score=0)]}), ("recommend", {"learners": ["a", "b"], "at": AT}),
            ("step", {**event("a", "parts-2"), "return_state": True}), ("explain", {"learner": "a", "item": "add-2", "at": AT}),
        ):  # fmt: skip
            for one in (child, other):
                one.line(request(1, method, **params))
            self.assertEqual(child.read_line(), other.read_line())

    def test_what_is_wrong_with_it(self):
        child = self.child("serve")
        faults = [
            {"skills": [{"id": "a", "requires": ["b"]}], "items": []}, {"skills": [{"id": "a"}, {"id": "a"}]},
            {"skills": [{"id": "a", "requires": ["b"]}, {"id": "b", "requires": ["a"]}], "items": [{"id": "i", "skills": ["a"]}]},
            {"skills": [{"id": "a"}], "items": [{"id": "i", "skills": ["none"]}]}, {"skills": [5]}, {"skills": [{"id": ""}]},
            {"cohorts": [{"id": "c", "learners": ["a", "a"]}]}, {"cohorts": [{"id": "c", "learners": []}, {"id": "c", "learners": []}]},
            {"slots": [{"id": "s"}, {"id": "s"}]},
        ]  # fmt: skip
        for fault in faults:
            with self.subTest(fault=fault):
                error = self.error(child.ask("define", **fault), 1004, "invalid_catalogue")
                self.assertTrue(error["data"]["hint"])
        # Nothing of it was taken.
        self.error(child.ask("recommend", learners=["a"]), 1004)

    def test_learners_keep_their_answers_when_the_catalogue_changes(self):
        child = self.serve()
        child.ask("observe", events=[event("a"), event("a", "parts-2", at=AT + 60)])
        known = self.result(child.ask("mastery", learners=["a"], skills=["parts"], at=AT + 60))
        self.assertEqual(self.result(child.ask("define", **self.catalogue()))["learners"], 1)
        self.assertEqual(self.result(child.ask("mastery", learners=["a"], skills=["parts"], at=AT + 60)), known)

    def test_a_cohort_of_ten_thousand(self):
        child = self.serve()
        learners = ["learner-%05d" % n for n in range(10_000)]
        members = [{"learner": name, "withdrawn": True} if n % 1_000 == 7 else name for n, name in enumerate(learners)]
        self.assertEqual(self.result(child.ask("define", cohorts=[{"id": "all", "learners": members}]))["cohorts"], 1)
        seen, cursor, pages = [], {}, 0
        while True:
            child.line(request(1, "mastery", cohort="all", skills=["parts"], at=AT, **cursor))
            result = self.result(child.read_line())
            seen += [learner["learner"] for learner in result["learners"]]
            pages += 1
            if "next" not in result:
                break
            cursor = {"cursor": result["next"]}
        self.assertEqual(seen, [name for n, name in enumerate(learners) if n % 1_000 != 7])
        self.figures.append("%d pages" % pages)

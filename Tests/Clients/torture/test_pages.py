"""Ten thousand learners in replies of at most 60 KiB: all of them, each once."""

from support import AT, LONGEST_REPLY, TestCase, check_line, event, request

LEARNERS = ["learner-%05d" % n for n in range(10_000)]


class Pages(TestCase):
    limit = 240

    def pages(self, child, method, member, **params):
        """All entries of all pages, the number of pages, and the longest of them."""
        entries, count, longest = [], 0, 0
        cursor = {}
        while True:
            child.line(request(1, method, **params, **cursor))
            line = child.read_line(60)
            longest = max(longest, len(line) + 1)
            result = self.result(line)
            self.assertTrue(result[member] or not cursor, "an empty page that is not the only one")
            entries += result[member]
            count += 1
            if "next" not in result:
                return entries, count, longest
            self.assertTrue(result[member], "a page that says nothing but go on")
            cursor = {"cursor": result["next"]}

    def chunks(self):
        return [LEARNERS[n : n + 500] for n in range(0, len(LEARNERS), 500)]

    def observed(self):
        child = self.serve()
        for chunk in self.chunks():
            answer = self.result(child.ask("observe", events=[event(name, score=n % 2) for n, name in enumerate(chunk)]))
            self.assertEqual((answer["applied"], answer["rejected"]), (500, []))
        return child

    def test_ten_thousand_learners(self):
        child = self.observed()
        for method, member, params in (
            ("recommend", "recommendations", {"limit": 2, "at": AT}),
            ("mastery", "learners", {"at": AT}),
        ):
            seen, pages, longest = [], 0, 0
            for chunk in self.chunks():
                entries, count, most = self.pages(child, method, member, learners=chunk, **params)
                seen += [entry["learner"] for entry in entries]
                pages, longest = pages + count, max(longest, most)
            self.assertEqual(seen, LEARNERS, "each once, in the order asked for")
            self.assertLessEqual(longest, LONGEST_REPLY)
            self.assertGreater(pages, 20, "nothing was paged")
            self.figures.append("%s: %d pages, the longest %d bytes" % (method, pages, longest))
        entries, count, longest = self.pages(child, "export_state", "states")
        self.assertEqual(sorted(entry["learner"] for entry in entries), LEARNERS)
        self.figures.append("export_state: %d pages, the longest %d bytes" % (count, longest))

        # Taken over elsewhere they are the same learners.
        other = self.serve()
        for n in range(0, len(entries), 200):
            answer = self.result(other.ask("import_state", states=entries[n : n + 200]))
            self.assertEqual(answer["imported"], len(entries[n : n + 200]))
        question = request(1, "recommend", learners=LEARNERS[:30], at=AT, limit=1)
        child.line(question)
        other.line(question)
        self.assertEqual(child.read_line(), other.read_line())
        self.figures.append("%d KiB resident with 10,000 learners" % other.memory())

    def test_everybody_has_a_place_in_a_plan_of_many_pages(self):
        """Groups first, then everybody's own time: nobody is left out or seated twice, however short the pages are."""
        learners = LEARNERS[:60]
        slots = [{"id": "s%d" % n, "minutes": 30, "seats": 5} for n in range(6)]
        plans = []
        for options in ((), ("--max-reply", "16384")):
            child = self.serve(*options)
            self.result(child.ask("observe", events=[event(name, score=n % 2) for n, name in enumerate(learners)]))
            groups, alone, cursor, pages = [], [], {}, 0
            while True:
                result = self.result(child.ask("convene", learners=learners, slots=slots, at=AT, **cursor))
                groups += result.get("groups", [])
                alone += result.get("alone", [])
                pages += 1
                if "next" not in result:
                    break
                cursor = {"cursor": result["next"]}
            self.assertEqual([one["learner"] for one in alone], learners)
            for slot in {group["slot"] for group in groups}:
                seated = [member["learner"] for group in groups if group["slot"] == slot for member in group["members"]]
                self.assertEqual(len(seated), len(set(seated)), "two seats at one time")
                self.assertLessEqual(len(seated), 5)
            self.figures.append("%d pages" % pages)
            plans.append((groups, alone))
        self.assertEqual(plans[0], plans[1])

    def test_cursors_that_are_none(self):
        child = self.serve()
        first = self.result(child.ask("recommend", learners=LEARNERS[:500], limit=5, at=AT))
        for cursor in (first["next"] + "x", "x", "", "-1", "501", "9" * 30, 1, []):
            with self.subTest(cursor=cursor):
                self.error(child.ask("recommend", learners=LEARNERS[:500], limit=5, at=AT, cursor=cursor), -32602)

    def test_pages_are_as_short_as_asked(self):
        child = self.serve("--max-reply", "8192")
        seen, count, longest = self.pages(child, "recommend", "recommendations", learners=LEARNERS[:200], limit=1, at=AT)
        self.assertEqual([entry["learner"] for entry in seen], LEARNERS[:200])
        self.assertLessEqual(longest, 8_192)

    def test_more_than_is_allowed_in_one_call(self):
        child = self.serve()
        self.error(child.ask("recommend", learners=LEARNERS[:501], at=AT), -32602)
        answer = child.ask("observe", events=[event(name) for name in LEARNERS[:501]])
        self.error(answer, -32602)
        # Refused before any is applied.
        skills = self.result(child.ask("mastery", learners=LEARNERS[:1], skills=["parts"], at=AT))["learners"][0]["skills"]
        self.assertEqual(skills[0]["attempts"], 0)

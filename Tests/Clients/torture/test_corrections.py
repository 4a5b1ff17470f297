"""Logs that come late, twice, shuffled, regraded and taken back end where the true log, in order, would have ended."""

import random

from support import AT, TestCase, event

ITEMS = ["parts-1", "parts-2", "equivalent-1", "equivalent-2", "compare-1", "common-1", "add-1", "multiply-1", "recipes", "project"]


def true_log(generator, learner, count):
    """What really happened, in the order of time."""
    at = AT
    events = []
    for n in range(count):
        at += generator.choice([1, 40, 600, 86_400])
        others = {"certainty": 0.5} if generator.random() < 0.1 else {}
        events.append(event(learner, generator.choice(ITEMS), generator.choice([0, 1, 1, 0.5]), at, event_id="%s-%d" % (learner, n), **others))
    return events


def as_told(events, generator):
    """The same as a host might tell it: out of order, wrong marks put right, others' work taken back, things said twice."""
    told = []
    for n, true in enumerate(events):
        chance = generator.random()
        if chance < 0.25:
            wrong = {**true, "event_id": true["event_id"] + "-wrong", "score": 1 - true["score"]}
            told += [(generator.random(), wrong), (generator.random(), {**true, "supersedes": wrong["event_id"]})]
        elif chance < 0.4:
            other = {**true, "event_id": true["event_id"] + "-not-theirs", "item": generator.choice(ITEMS), "at": true["at"] + 1}
            told += [(generator.random(), other), (generator.random(), {"learner": true["learner"], "retract": other["event_id"]})]
            told.append((generator.random(), true))
        else:
            told.append((generator.random(), true))
        if generator.random() < 0.2:
            told.append((generator.random() + 1, true if chance >= 0.25 else {**true, "supersedes": true["event_id"] + "-wrong"}))
    return [event for _, event in sorted(told, key=lambda pair: pair[0])]


class Corrections(TestCase):
    def test_the_end_is_the_same(self):
        for seed in range(3):
            generator = random.Random(100 + seed)
            learners = ["l%d" % n for n in range(12)]
            logs = {learner: true_log(generator, learner, generator.randrange(5, 40)) for learner in learners}
            straight, crooked = self.serve(), self.serve()
            for learner in learners:
                answer = self.result(straight.ask("observe", events=logs[learner]))
                self.assertEqual(answer["applied"], len(logs[learner]))
            told = [one for learner in learners for one in as_told(logs[learner], generator)]
            generator.shuffle(told)
            for start in range(0, len(told), 50):
                answer = self.result(crooked.ask("observe", events=told[start : start + 50]))
                self.assertEqual(answer["rejected"], [])
            at = max(log[-1]["at"] for log in logs.values()) + 60
            for method, member in (("mastery", "skills"), ("recommend", "items")):
                for learner in learners:
                    known = [self.result(child.ask(method, learners=[learner], at=at)) for child in (straight, crooked)]
                    bodies = [answer[list(answer)[0]][0][member] for answer in known]
                    self.assertEqual(bodies[0], bodies[1], (seed, learner, method))
            straight.close()
            crooked.close()

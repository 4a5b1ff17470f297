import json, subprocess

engine = subprocess.Popen(["syncopate", "serve", "--catalogue", "Tests/Samples/catalogue.json"],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

def ask(method, **params):
    print(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}), file=engine.stdin, flush=True)
    answer = json.loads(engine.stdout.readline())
    if "error" in answer:
        raise ValueError(answer["error"]["message"])
    return answer["result"]

now = "2026-05-04T09:00:00Z"
ask("observe", events=[{"event_id": "1", "learner": "ada", "item": "parts-1", "score": 1, "at": now}])
for choice in ask("recommend", learners=["ada"], at=now)["recommendations"][0]["items"]:
    print(choice["title"], "|", choice["reasons"][0]["text"])

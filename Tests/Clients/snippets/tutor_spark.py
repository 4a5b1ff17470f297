import json, os, shutil
from pyspark import SparkContext

command = f"{shutil.which('syncopate')} pipe --catalogue {os.path.abspath('Tests/Samples/catalogue.json')}"
answered = [{"learner": learner, "item": "parts-1", "score": score, "at": 1777885200 + n, "limit": 1}
            for learner, scores in {"ada": [1, 1], "ben": [0, 1]}.items() for n, score in enumerate(scores)]

advice = (SparkContext("local[2]", "practice").parallelize(answered)
          .groupBy(lambda row: row["learner"], 4)                           # a learner's rows in one partition,
          .flatMap(lambda one: sorted(one[1], key=lambda row: row["at"]))   # in the order of time
          .map(json.dumps).pipe(command, checkCode=True).map(json.loads))
for row in sorted(advice.collect(), key=lambda row: (row["learner"], row["revision"])):
    print(row["learner"], row["revision"], row["items"][0]["title"])

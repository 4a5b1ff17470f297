import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const engine = spawn("syncopate", ["serve", "--catalogue", "Tests/Samples/catalogue.json"]);
const waiting = [];
createInterface({ input: engine.stdout }).on("line", (line) => waiting.shift()(JSON.parse(line)));
const ask = (method, params) => new Promise((resolve, reject) => {
  waiting.push(({ result, error }) => error ? reject(new Error(error.message)) : resolve(result));
  engine.stdin.write(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }) + "\n");
});

const at = "2026-05-04T09:00:00Z";
ask("observe", { events: [{ event_id: "1", learner: "ada", item: "parts-1", score: 1, at }] });
const { recommendations } = await ask("recommend", { learners: ["ada"], at });
for (const choice of recommendations[0].items) console.log(choice.title, "|", choice.reasons[0].text);
engine.stdin.end();

/** Quality, time and memory of the search, beside its peers over the same documents: `npm run bench -- search`. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { hasShared, misspell, randomFrom, readRows, readTasks, type Task } from "./search-data.ts";
import { createJudge, type Judge, wordsIn } from "./search-judge.ts";
import { type Ask, ENGINES } from "./search-peers.ts";

const SHOWN = 10;

export async function benchSearch(): Promise<void> {
  if (!hasShared) {
    console.log("search: skipped, ../shared is not here");
    return;
  }
  const only = process.env.INQUEST_ENGINE;
  const engines = ENGINES.filter(({ name }) => only === undefined || name === only);
  for (const task of readTasks()) {
    head(task.name, `${task.documents.length} documents, ${task.questions.length} queries`);
    await measure(engines, task.documents, (ask) => recall(ask, task));
  }
  const judge = createJudge();
  for (const { name, documents, queries } of mixedTasks(judge)) {
    head(name, `${documents.length} documents, ${queries.length} queries of three words`);
    await measure(engines, documents, (ask) => precision(ask, documents, queries, judge));
  }
}

type Figures = Readonly<Record<string, number>>;

/** Each engine over the same documents; the first is ours. */
async function measure(
  engines: typeof ENGINES,
  documents: Mixed["documents"],
  run: (ask: Ask) => Figures,
): Promise<void> {
  let ours: Figures | null = null;
  for (const engine of engines) {
    const { ask, cost } = await build(engine.build, documents);
    const figures: Figures = { ...run(ask), ...cost };
    print(engine.name, figures, ours);
    ours ??= figures;
  }
}

interface Mixed {
  readonly name: string;
  readonly documents: readonly (readonly string[])[];
  readonly queries: readonly string[];
}

/** Records with their places and causes, the passages of a case among them; each asked for by three of its words. */
function mixedTasks(judge: Judge): Mixed[] {
  const omid = readRows("cases/iran-1988/omid-1988.csv");
  const facts = readRows("cases/iran-1988/facts.csv").map((row) => [
    row.subject ?? "",
    row.predicate ?? "",
    row.place ?? "",
    row.speaker ?? "",
    row.note ?? "",
  ]);
  const rest = (row: (typeof omid)[number]) => [
    row.place_of_death ?? "",
    row.province ?? "",
    row.cause_of_death ?? "",
  ];
  const persian = [...omid.map((row) => [row.name_farsi ?? "", ...rest(row)]), ...facts];
  const both = [...omid.map((row) => [row.name_latin ?? "", row.name_farsi ?? "", ...rest(row)]), ...facts];
  const some = omid.filter((_, n) => n % 6 === 0);
  const three = (row: (typeof omid)[number], name: string | undefined) => {
    const words = (name ?? "").split(" ").filter((word) => word.length > 2 && judge.knows(word));
    const place = wordsIn(row.place_of_death ?? "")[0];
    return words.length < 2 || place === undefined ? [] : [`${words[0]} ${words.at(-1)} ${place}`];
  };
  const latin = some.flatMap((row) => three(row, row.name_latin));
  const random = randomFrom(7);
  const prose = facts.flatMap((texts) => {
    const words = texts.flatMap(wordsIn).filter((word) => word.length > 3);
    const pick = () => words[Math.floor(random() * words.length)] ?? "";
    return words.length < 6 ? [] : Array.from({ length: 4 }, () => `${pick()} ${pick()} ${pick()}`);
  });
  return [
    { name: "precision: Latin query, Persian names with places", documents: persian, queries: latin },
    {
      name: "precision: Persian query, names in both scripts",
      documents: both,
      queries: some.flatMap((row) => three(row, row.name_farsi)),
    },
    { name: "precision: a slip in each long word", documents: both, queries: misspell(latin, 3) },
    { name: "precision: words of passages", documents: both, queries: prose },
    {
      name: "precision: a name nobody has (given and family name of strangers, and a place)",
      documents: both,
      queries: strangers(some.map((row) => three(row, row.name_latin)[0] ?? "")),
    },
  ];
}

/** The first word of one query, the second of another and the third of a third. */
function strangers(queries: readonly string[]): string[] {
  const known = queries.filter((query) => query !== "").map((query) => query.split(" "));
  return known.map((words, n) => {
    const [second, third] = [known[(n + 37) % known.length], known[(n + 91) % known.length]];
    return `${words[0]} ${second?.[1] ?? ""} ${third?.[2] ?? ""}`;
  });
}

/** Share of queries whose answer is first, is among the first ten, and the mean of one over its rank. */
function recall(ask: Ask, { questions }: Task) {
  const times: number[] = [];
  let [first, ten, reciprocal, hits] = [0, 0, 0, 0];
  for (const { query, answers } of questions) {
    const start = performance.now();
    const found = ask(query);
    times.push(performance.now() - start);
    const rank = found.findIndex((number) => answers.has(number)) + 1;
    if (rank === 1) first += 1;
    if (rank > 0 && rank <= SHOWN) ten += 1;
    if (rank > 0) reciprocal += 1 / rank;
    hits += found.length;
  }
  const share = (count: number) => count / Math.max(1, questions.length);
  return {
    "recall@1": share(first),
    "recall@10": share(ten),
    MRR: share(reciprocal),
    hits: share(hits),
    ...timesOf(times),
  };
}

/** Of the first ten hits, those to which a word of the query has no relation; and queries that found nothing. */
function precision(
  ask: Ask,
  documents: readonly (readonly string[])[],
  queries: readonly string[],
  judge: Judge,
) {
  const times: number[] = [];
  let [shown, strange, none] = [0, 0, 0];
  for (const query of queries) {
    const start = performance.now();
    const found = ask(query);
    times.push(performance.now() - start);
    if (found.length === 0) none += 1;
    for (const number of found.slice(0, SHOWN)) {
      shown += 1;
      if (judge.unrelated(query, documents[number] ?? []).length > 0) strange += 1;
    }
  }
  return {
    unrelated: strange / Math.max(1, shown),
    shown: shown / Math.max(1, queries.length),
    nothing: none / Math.max(1, queries.length),
    ...timesOf(times),
  };
}

function timesOf(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { "ms median": at(0.5), "ms 95th": at(0.95) };
}

async function build(make: (typeof ENGINES)[number]["build"], documents: Mixed["documents"]) {
  const before = heldBytes();
  const start = performance.now();
  const ask = await make(documents);
  const ms = performance.now() - start;
  return { ask, cost: { "build ms": ms, MB: (heldBytes() - before) / 1e6 } };
}

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

function heldBytes(): number {
  if (typeof collectGarbage === "function") collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function head(name: string, size: string): void {
  console.log(`\n## ${name} (${size})`);
}

/** A peer's figures with their ratio to ours. */
function print(name: string, figures: Figures, ours: Figures | null): void {
  const cells = Object.entries(figures).map(([figure, value]) => {
    const text = value.toFixed(/ms|MB|hits|shown/u.test(figure) ? 2 : 3);
    const own = ours?.[figure];
    const ratio = own === undefined ? "" : ` (${own === 0 ? "–" : `${(value / own).toFixed(2)}×`})`;
    return `${figure} ${text}${ratio}`;
  });
  console.log(`${name.padEnd(17)} ${cells.join("  ")}`);
}

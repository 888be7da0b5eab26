import { expect, test } from "vitest";
import { Statement } from "../../statements/index.ts";
import { PROFILES, REDACTION_PROFILES } from "./profile.ts";
import { mayTellFields } from "./told-fields.ts";

/** For whom a statement of somebody goes out, as far as what it tells decides it. */
function readersOf(said: object): string[] {
  const statement = Statement.parse({
    ...{ id: `st-${"0".repeat(32)}`, subject: "person:a", speaker: "speaker:s", source: "src-a" },
    ...{ passage: { start: 0, end: 1, quote: "a", prefix: "", suffix: "" }, chain: "first-hand" },
    ...{ value: { kind: "none" }, polarity: "asserts", standing: "reported", access: "open" },
    ...said,
  });
  return PROFILES.filter((profile) => mayTellFields(statement, REDACTION_PROFILES[profile]));
}

const FEW = ["partners", "commission"];
const words = (text: string) => ({ kind: "text", text: { en: text } });

test.each<readonly [string, object, readonly string[]]>([
  [
    "the name of a father",
    { property: "father-name", value: { kind: "name", text: "H", form: "full" } },
    FEW,
  ],
  [
    "that of a group's",
    { subject: "group:a", property: "father-name", value: { kind: "name", text: "H", form: "full" } },
    FEW,
  ],
  ["a belief", { property: "religion", value: words("a") }, ["commission"]],
  ["an occupation", { property: "occupation", value: words("a") }, FEW],
  ["that of a group", { subject: "group:a", property: "affiliation", value: words("a") }, PROFILES],
  ["the day of a birth", { property: "born", time: "1960-03-02" }, FEW],
  ["its month", { property: "born", time: "1960-03" }, FEW],
  ["its year", { property: "born", time: "1960" }, PROFILES],
  ["its year by the sun", { property: "born", time: "1960-03-21/1961-03-20" }, PROFILES],
  ["its place", { property: "born", time: "1960", place: "place:p" }, FEW],
  ["the day of a death and its place", { property: "died", time: "1988-07-30", place: "place:p" }, PROFILES],
  ["when somebody was seen last", { property: "last-seen", time: "1988-07" }, FEW],
  ["a grave at a place", { property: "buried-at", value: { kind: "ref", ref: "place:p" } }, FEW],
  [
    "a grave at a site, of which its own decision holds",
    { property: "buried-at", value: { kind: "ref", ref: "site:s" } },
    PROFILES,
  ],
  ["what is said of no field", { property: "charge", value: words("a") }, PROFILES],
])("%s is told by the profiles that tell it of rows", (_, said, readers) => {
  expect(readersOf(said)).toEqual(readers);
});

/** A block for each site: its status by shape and word, how finely its place is told, its life. */
import type { ReleasedSite } from "../content.ts";
import type { Writing } from "./answers.ts";
import type { Block, Claim, Overview, SiteMark, Text } from "./document.ts";
import { locate, pointText } from "./locator.ts";
import { overviewOf } from "./overview.ts";
import { strong, type Words } from "./words.ts";

const MARKS = ["destroyed", "threatened", "reported"] as const;

export function siteBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  if (content.sites.length === 0) return [{ is: "text", text: [words.say("none.sites")] }];
  const map = overviewOf(content.sites, markOf, words);
  return [
    ...(map === null ? [] : [{ is: "overview" as const, map }]),
    ...content.sites.map((site): Block => oneSite(site, map, writing)),
  ];
}

function oneSite(site: ReleasedSite, map: Overview | null, writing: Writing): Block {
  const { content, words, notes } = writing;
  const { id, name, statusText, coarsenedKm } = site;
  const said = content.statements.filter(({ subject }) => subject.id === id);
  const mark = markOf(site);
  const caution: Text[] = coarsenedKm === null ? [] : [[words.say("site.coarsened", { km: coarsenedKm })]];
  return {
    is: "site",
    mark,
    number: map?.key.find((each) => each.id === id)?.number ?? null,
    name: words.told(name),
    status: words.told(statusText),
    place: [strong(words.say("site.place")), words.say("colon"), placeText(site, words)],
    // Of a site that is told coarsely nothing goes out that names it: its status rests on what stays.
    notes: said.length === 0 ? notes.citeWithheld() : notes.cite(said.map((each) => each.id)),
    cautions: caution,
    locator: locate(site, mark, words),
    lifeTitle: words.say("site.life"),
    life: lifeOf(site, mark, writing),
    lifeless: words.say("site.life.none"),
  };
}

function markOf({ status }: ReleasedSite): SiteMark {
  return MARKS.find((known) => known === status) ?? "other";
}

function placeText({ point, coarsenedKm }: ReleasedSite, words: Words): string {
  const { say } = words;
  if (point === null)
    return coarsenedKm === null
      ? say("site.place.none")
      : say("site.place.coarsenedUnknown", { km: coarsenedKm });
  const degrees = pointText(point, words);
  if (coarsenedKm !== null) return say("site.place.coarsened", { km: coarsenedKm, ...degrees });
  return point.accuracyM < METRES_PER_KM
    ? say("site.place.exactMetres", { metres: point.accuracyM, ...degrees })
    : say("site.place.exact", { km: point.accuracyM / METRES_PER_KM, ...degrees });
}

const METRES_PER_KM = 1000;

function lifeOf({ life }: ReleasedSite, mark: SiteMark, { words, notes }: Writing): Claim[] {
  const { say, told } = words;
  return life.map(({ text, detail, time, speaker, polarity, statement }) => ({
    mark,
    text: [
      strong(time === null ? say("site.undated") : words.time(time)),
      say("colon"),
      ...(polarity === "denies" ? [strong(say("site.denies")), say("colon")] : []),
      [told(text), ...(detail === "" ? [] : [told(detail)])].join(say("comma")),
    ],
    beside: [[say("figure.by", { speaker: told(speaker) })]],
    notes: notes.cite([statement]),
  }));
}

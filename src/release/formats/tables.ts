/** What goes out as tables: one a kind of thing, with the same columns in CSV and in a workbook. */
import { toIsoDay } from "../../core/index.ts";
import { type CsvValue, toCsv } from "../../intake/index.ts";
import type { ReleaseContent, ReleasedTime } from "../content.ts";
import type { ReleasedPerson } from "../redaction/redact-person.ts";

export interface ReleaseTable {
  /** Also of its file and its sheet. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Several texts of one cell: none of them is split again by whoever reads it. */
const SEVERAL = " | ";

export function tableCsv({ columns, rows }: ReleaseTable): string {
  return toCsv([columns, ...rows]);
}

export function tablesOf(content: ReleaseContent): readonly ReleaseTable[] {
  return [
    peopleTable(content.people),
    statementsTable(content),
    figuresTable(content),
    estimatesTable(content),
    sitesTable(content),
    officesTable(content),
    appealsTable(content),
    sourcesTable(content),
    listsTable(content),
  ];
}

/** A line for each value that a list gives; one line for a person of whom nothing but the name is shown. */
export function peopleTable(people: readonly ReleasedPerson[]): ReleaseTable {
  return {
    name: "people",
    columns: ["number", "id", "visibility", "names", "field", "value", "lists"],
    rows: people.flatMap(({ id, visibility, names, facts }, index): CsvValue[][] => {
      const head = [index + 1, id, visibility, several(names)];
      const values = facts.flatMap(({ field, values: given }) =>
        given.map(({ text, lists }) => [...head, field, text, several(lists)]),
      );
      return values.length === 0 ? [[...head, null, null, null]] : values;
    }),
  };
}

function statementsTable({ statements }: ReleaseContent): ReleaseTable {
  return {
    name: "statements",
    columns: [
      ...[
        "id",
        "key",
        "subject",
        "subject_name",
        "property",
        "property_text",
        "value",
        "time",
        "time_text",
        "place",
      ],
      ...["speaker", "speaker_name", "chain", "said", "polarity", "standing", "standing_text"],
      ...["source", "source_title", "at", "quote", "seen", "translation", "is_machine_translation", "leaf"],
    ],
    rows: statements.map((each) => [
      ...[each.id, each.key, each.subject.id, each.subject.name, each.property, each.propertyText],
      ...[each.valueText, edtf(each.time), each.time?.gregorian ?? null, each.place],
      ...[each.speaker.id, each.speaker.name, each.chain, edtf(each.said), each.polarity],
      ...[each.standing, each.standingText, each.source.id, each.source.name, each.atText],
      ...[each.quote, each.seen, each.translation?.text ?? null, each.translation?.isMachine ?? null],
      each.leafIndex,
    ]),
  };
}

function figuresTable({ figures }: ReleaseContent): ReleaseTable {
  return {
    name: "figures",
    columns: [
      ...[
        "id",
        "question",
        "group",
        "standing",
        "label",
        "subject",
        "value",
        "value_text",
        "low",
        "high",
        "unit",
      ],
      ...["time", "place", "speaker", "voices", "sealed_sources", "statements", "contradicted_by"],
    ],
    rows: figures.map((each) => [
      ...[each.id, each.question, each.group, each.standing, each.label, each.subject?.name ?? null],
      ...[each.value, each.valueText, each.range?.[0] ?? null, each.range?.[1] ?? null, each.unit],
      ...[each.time, each.place, each.speaker, each.footing.voices, each.footing.sealedSources],
      ...[several(each.statements), several(each.contradictedBy)],
    ]),
  };
}

function estimatesTable({ estimates }: ReleaseContent): ReleaseTable {
  return {
    name: "estimates",
    columns: [
      "estimate",
      "lists",
      "on_lists",
      "method",
      "title",
      "kind",
      "low",
      "high",
      "point",
      "assumption",
    ],
    rows: estimates.flatMap(({ id, lists, n, methods, assumption }) =>
      methods.map(({ name, title, kindText, interval, point }) => [
        ...[id, several(lists.map((list) => list.name)), n, name, title, kindText],
        ...[interval?.[0] ?? null, interval?.[1] ?? null, point, assumption],
      ]),
    ),
  };
}

function sitesTable({ sites }: ReleaseContent): ReleaseTable {
  return {
    name: "sites",
    columns: [
      ...["id", "name", "status", "status_text", "latitude", "longitude", "accuracy_m", "coarsened_km"],
      ...["stage", "stage_detail", "stage_time", "stage_speaker", "stage_polarity", "statement"],
    ],
    rows: sites.flatMap(({ id, name, status, statusText, point, coarsenedKm, life }): CsvValue[][] => {
      const head = [
        ...[id, name, status, statusText, point?.latitude ?? null, point?.longitude ?? null],
        ...[point?.accuracyM ?? null, coarsenedKm],
      ];
      if (life.length === 0) return [[...head, null, null, null, null, null, null]];
      return life.map((stage) => [
        ...head,
        ...[stage.text, stage.detail, edtf(stage.time), stage.speaker, stage.polarity, stage.statement],
      ]);
    }),
  };
}

/** Holding an office is not taking part in what was done in its time: the table says who held it, and nothing else. */
function officesTable({ offices }: ReleaseContent): ReleaseTable {
  return {
    name: "offices",
    columns: [
      ...["posting", "office", "office_name", "person", "person_name", "certain", "assumed", "possible_from"],
      ...["possible_to", "continuity", "sequence", "statements"],
    ],
    rows: offices.flatMap(({ office, postings }) =>
      postings.map((each) => [
        ...[each.id, office.id, office.name, each.person.id, each.person.name],
        ...[several(each.certain.map(spanOf)), each.assumed === null ? null : spanOf(each.assumed)],
        ...[isoOrNull(each.possible.from), isoOrNull(each.possible.to)],
        ...[each.continuityText, each.sequenceText, several(each.statements)],
      ]),
    ),
  };
}

function appealsTable({ head, appeals }: ReleaseContent): ReleaseTable {
  return {
    name: "appeals",
    columns: [
      ...[
        "id",
        "name",
        "senders",
        "addressees",
        "sent",
        "asked",
        "state",
        "days_waiting",
        "as_of",
        "asks",
        "answers",
      ],
    ],
    rows: appeals.flatMap(({ id, name, senders, addressees, sent, asked, asks }): CsvValue[][] => {
      const first = [id, name, several(senders), several(addressees), edtf(sent)];
      if (asked.length === 0) return [[...first, null, null, null, head.asOf, several(asks), null]];
      return asked.map((each) => [
        ...first,
        ...[
          each.addressee,
          each.stateText,
          each.daysWaiting,
          head.asOf,
          several(asks),
          several(each.answers),
        ],
      ]);
    }),
  };
}

function sourcesTable({ sources }: ReleaseContent): ReleaseTable {
  return {
    name: "sources",
    columns: ["id", "title", "summary_of", "media_type", "sha256", "size_bytes", "leaf", "sealed_at"],
    rows: sources.map((each) => [
      ...[each.id, each.title, each.roleText, each.mediaType, each.sha256, each.sizeBytes],
      ...[each.leafIndex, each.sealedAt],
    ]),
  };
}

function listsTable({ lists }: ReleaseContent): ReleaseTable {
  return {
    name: "lists",
    columns: ["id", "name", "of", "records", "fields", "source"],
    rows: lists.map(({ id, name, of, records, fields, source }) => [
      ...[id, name, of, records, several(fields), source],
    ]),
  };
}

function several(texts: readonly string[]): string {
  return texts.join(SEVERAL);
}

function edtf(time: ReleasedTime | null): string | null {
  return time?.edtf ?? null;
}

function isoOrNull(day: number | null): string | null {
  return day === null ? null : toIsoDay(day);
}

function spanOf({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? toIsoDay(from) : `${toIsoDay(from)}/${toIsoDay(to)}`;
}

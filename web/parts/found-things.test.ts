import { expect, test } from "vitest";
import type { SearchView } from "../../src/server/client.ts";
import { foundFor } from "./found-things.ts";

const hit = (id: string): SearchView["hits"][number] => ({
  ...{ kind: "site", kindName: "site", id, title: id, text: "", remarks: [] },
  ...{ marks: { title: [], text: [] }, also: [], readAs: [] },
});
const OLD = { text: "kha", answer: { hits: [hit("site:a")], total: 1 } };

test("what an older query found is not shown for a newer one", () => {
  expect(foundFor("kha", OLD)).toMatchObject({ total: 1, isAsking: false, trouble: null });
  expect(foundFor("khav", OLD)).toEqual({ hits: [], total: 0, isAsking: true, trouble: null });
  expect(foundFor("khav", null).isAsking).toBe(true);
  expect(foundFor("", OLD)).toEqual({ hits: [], total: 0, isAsking: false, trouble: null });
});

test("an outage is no word that nothing is called so", () => {
  const trouble = { code: "client/unreachable", message: "Failed to fetch", at: null };
  expect(foundFor("kha", { text: "kha", answer: trouble })).toMatchObject({ trouble, isAsking: false });
  expect(foundFor("kha", { text: "kha", answer: { hits: [], total: 0 } }).trouble).toBeNull();
});

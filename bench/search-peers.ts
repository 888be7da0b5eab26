/** The search of this program and its peers behind one face, so that all are asked the same of the same documents. */
import { create, insertMultiple, search as searchOrama, type Tokenizer } from "@orama/orama";
import MiniSearch from "minisearch";
import { foldText, toNameSkeleton } from "../src/core/index.ts";
import { createSearchIndex } from "../src/registry/index.ts";

/** Positions of documents, the best first. */
export type Ask = (query: string) => readonly number[];

export interface Engine {
  readonly name: string;
  readonly build: (documents: readonly (readonly string[])[]) => Promise<Ask>;
}

const MOST = 10_000;

const inquest: Engine = {
  name: "inquest",
  build(documents) {
    const index = createSearchIndex();
    for (const texts of documents) index.add([], texts);
    return Promise.resolve((query) => Array.from(index.search(query).found));
  },
};

/** As its documentation advises for typing people: beginnings, a fifth of the letters wrong, all words wanted. */
function minisearch(name: string, processTerm?: (term: string) => string[]): Engine {
  return {
    name,
    build(documents) {
      const index = new MiniSearch<{ id: number; text: string }>({
        fields: ["text"],
        searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND" },
        ...(processTerm === undefined ? {} : { processTerm }),
      });
      index.addAll(documents.map((texts, id) => ({ id, text: texts.join("\n") })));
      return Promise.resolve((query) => index.search(query).map(({ id }) => Number(id)));
    },
  };
}

/** Its tokens know one language only, so it is given ours; one letter may be wrong. */
const orama: Engine = {
  name: "orama",
  async build(documents) {
    const tokenizer: Tokenizer = {
      language: "english",
      normalizationCache: new Map(),
      tokenize: (text) => foldText(text).split(/[^\p{L}\p{N}\p{M}]+/u),
    };
    const index = create({ schema: { text: "string" } as const, components: { tokenizer } });
    const rows = documents.map((texts, id) => ({ id: `d${id}`, text: texts.join("\n") }));
    await insertMultiple(index, rows);
    return (query) => {
      const found = searchOrama(index, { term: query, tolerance: 1, threshold: 0, limit: MOST });
      if (found instanceof Promise) throw new TypeError("orama was to answer at once");
      return found.hits.map(({ id }) => Number(String(id).slice(1)));
    };
  },
};

/**
 * MiniSearch given the keys that this program once searched by: each word or its skeleton, all of them wanted. What folding
 * and skeletons give in a good library.
 */
const withKeys: Engine = {
  name: "minisearch+keys",
  build(documents) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ["text"],
      processTerm: (term) => [foldText(term), keyOf(term)].filter((each) => each !== ""),
    });
    index.addAll(documents.map((texts, id) => ({ id, text: texts.join("\n") })));
    const plain = { processTerm: (term: string) => term, tokenize: (text: string) => [text] };
    return Promise.resolve((query) => {
      const words = foldText(query)
        .split(/[^\p{L}\p{N}\p{M}]+/u)
        .filter((word) => word !== "");
      const queries = words.map((word) => ({
        combineWith: "OR" as const,
        queries: [
          { queries: [word], prefix: true, fuzzy: 0.2, ...plain },
          { queries: [keyOf(word)], prefix: false, fuzzy: false, ...plain },
        ],
      }));
      return index.search({ combineWith: "AND", queries }).map(({ id }) => Number(id));
    });
  },
};

/** Marked, so that no beginning and no slip of a word is taken for a key. */
function keyOf(term: string): string {
  const skeleton = toNameSkeleton(term);
  return skeleton === "" ? "" : `~${skeleton}`;
}

export const ENGINES: readonly Engine[] = [inquest, minisearch("minisearch"), withKeys, orama];

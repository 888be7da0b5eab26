/** Keeping a text once that very many statements have: read from JSON, each has its own copy. */
import type { Statement } from "./statement.ts";

/**
 * Puts the texts of earlier statements in the place of equal ones. What a statement says stays as it was, so nobody can
 * see that it was touched; a copy would cost what is saved.
 */
export function createTextSharer(): (statement: Statement) => void {
  const id = createSharer<Statement["subject"]>();
  const property = createSharer<Statement["property"]>();
  const chain = createSharer<Statement["chain"]>();
  return (statement) => {
    const { place } = statement;
    Object.assign(statement, {
      subject: id(statement.subject),
      property: property(statement.property),
      source: id(statement.source),
      speaker: id(statement.speaker),
      chain: chain(statement.chain),
    });
    if (place !== undefined) Object.assign(statement, { place: id(place) });
  };
}

function createSharer<T>(): (text: T) => T {
  const kept = new Map<T, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    kept.set(text, text);
    return text;
  };
}

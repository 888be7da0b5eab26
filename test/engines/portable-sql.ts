/** Which SQL all engines share, and the check that a statement is written in it. */

const KEYWORDS = new Set(
  `CREATE TABLE AS SELECT FROM JOIN LEFT ON WHERE GROUP BY ORDER UNION ALL AND OR NOT IS NULL CASE WHEN THEN ELSE END
   OVER PARTITION DROP IF EXISTS INTEGER BIGINT DOUBLE`.split(/\s+/u),
);

/** Functions of every dialect; `XOR` and the sign ^ are what dialects say differently. */
const FUNCTIONS = new Set(["CAST", "COUNT", "MIN", "MAX", "SUM", "FLOOR", "MOD", "ROW_NUMBER", "XOR"]);

/**
 * What of a statement is not common SQL. Keywords are written in capitals, names in small letters.
 *
 * @returns a line for each thing; empty when the statement is portable.
 */
export function findUnportable(statement: string): string[] {
  const found: string[] = [];
  const words = statement.match(/[A-Za-z_][A-Za-z_0-9]*/gu) ?? [];
  for (const word of new Set(words)) {
    if (/[a-z]/u.test(word) && /[A-Z]/u.test(word)) found.push(`"${word}" is of both cases`);
    if (/[A-Z]/u.test(word) && !KEYWORDS.has(word) && !FUNCTIONS.has(word))
      found.push(`${word} is not common`);
  }
  for (const [, called = ""] of statement.matchAll(/([a-z_0-9]+)\s*\(/giu)) {
    const isWord = KEYWORDS.has(called) && !["TABLE", "INTEGER", "BIGINT", "DOUBLE"].includes(called);
    if (!FUNCTIONS.has(called) && !isWord) found.push(`the function ${called} is not common`);
  }
  const signs = statement.replace(/[\sA-Za-z_0-9]/gu, "");
  for (const sign of new Set(signs))
    if (!"().,*+-/=<>^".includes(sign)) found.push(`the sign ${sign} is not common`);
  if (/::|\/\/|\*\*/u.test(statement)) found.push("an operator of one engine");
  // A table or a subquery without a name of its own is read differently.
  for (const [, after = ""] of statement.matchAll(/(?:FROM|JOIN) (?:[a-z][a-z_0-9]*) ([A-Za-z]+)/gu)) {
    if (after !== "AS") found.push(`a table without AS before ${after}`);
  }
  if (/\bSELECT \*|\.\*/u.test(statement)) found.push("columns are not named");
  if (/\b(?:GROUP|ORDER) BY (?:ALL|\d)/u.test(statement)) found.push("grouped or ordered by place");
  if (/SUM\((?!CASE|CAST\([a-z.]+ AS BIGINT\))/u.test(statement))
    found.push("a sum that may be of fractions");
  // A fraction exists only where a whole number is divided and rounded down at once.
  const rest = statement.replaceAll(
    /FLOOR\(CAST\((?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\))*AS DOUBLE\) \/ \d+\)/gu,
    "",
  );
  if (/\bDOUBLE\b|\//u.test(rest.replace(/^SELECT (?:CAST\(.*? AS DOUBLE\)(?:, | ))+FROM/u, ""))) {
    found.push("a fraction that is not rounded at once");
  }
  return found;
}

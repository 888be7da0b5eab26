/** The tokens of a personal name: honorifics apart, glued prefixes joined, surname-first order turned. */
import { foldText } from "./names-fold.ts";
import {
  GIVEN_PREFIXES,
  HONORIFICS,
  JOINING_PREFIXES,
  MAY_HOLD_TITLE,
  PLACEHOLDERS,
  SUFFIXES,
  TITLES,
} from "./names-parts.ts";

export interface NameTokens {
  /** Folded tokens, given name first where the writing shows the order; never an honorific. */
  readonly tokens: readonly string[];
  /** Folded honorifics in written order: سید, haj, dr. */
  readonly honorifics: readonly string[];
  /** Folded names in brackets: a nickname, a nom de guerre, a maiden name. */
  readonly aliases: readonly string[];
  /** How many of the last tokens are the surname, or null where the writing does not say ("SURNAME, Given" does). */
  readonly surnameTokens: number | null;
}

/** Whether a folded word is a title that may stand before any name and is part of none: سید, haj, dr. */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word);
}

const BRACKETED = /[([{]([^)\]}]*)[)\]}]/gu;
/** The second half of a given name in -ollah or -oddin. */
const ENDING = /^(?:ال?له|الدین|[aeou]llah|[aeou]dd?[ei]+n)$/u;
const SEPARATORS = /[^\p{L}\p{M}\p{N}']+/u;

/**
 * The tokens of one written name.
 *
 * - "GHAFARI, Maryam" gives [maryam, ghafari] and one surname token.
 * - abd, abu, al, bin, ibn and the like join the next token: "Abd al-Rahman" → abdalrahman.
 * - -ollah and -oddin, and -zadeh, -pour, -nia and the like, join the token before: "روح الله" → روحالله.
 * - A title of several words is one, however it is spelt: "حجة الاسلام", "Hojjat al-Islam", "آیت‌الله العظمی".
 * - A glued سید leaves its token: "سیدعلی" → علی, honorific سید.
 * - A text that only says that nobody knows the name (ناشناس, unknown, NN) has no tokens.
 *
 * When nothing but honorifics is written they are the tokens: no name is lost.
 */
export function toNameTokens(text: string): NameTokens {
  const aliases: string[] = [];
  const folded = foldText(text);
  const bare = folded.replace(BRACKETED, (_, inside: string) => {
    const alias = inside.trim();
    if (alias !== "") aliases.push(alias);
    return " ";
  });
  // A name that stands wholly in brackets is the name itself.
  if (bare.trim() === "") aliases.length = 0;
  const body = bare.trim() === "" ? folded : bare;
  const comma = body.indexOf(",");
  const before = split(comma < 0 ? "" : body.slice(0, comma));
  const after = split(comma < 0 ? body : body.slice(comma + 1));
  if (isPlaceholder([...before, ...after]))
    return { tokens: [], honorifics: [], aliases, surnameTokens: null };

  const honorifics: string[] = [];
  const given = withoutHonorifics(join(after), honorifics);
  const surname = withoutHonorifics(join(before), honorifics);
  const tokens = joinSuffixes([...given, ...surname]);
  if (tokens.length === 0) return { tokens: honorifics, honorifics: [], aliases, surnameTokens: null };
  const swapped = given.length > 0 && surname.length > 0;
  return {
    tokens,
    honorifics,
    aliases,
    surnameTokens: swapped ? Math.max(1, tokens.length - given.length) : null,
  };
}

function split(text: string): string[] {
  const words = text
    .split(SEPARATORS)
    .map((token) => token.replaceAll("'", ""))
    .filter((token) => token !== "");
  if (!MAY_HOLD_TITLE.test(text)) return words;
  const joined = TITLES.reduce((said, [title, word]) => said.replace(title, word), words.join(" "));
  return joined.split(" ");
}

function isPlaceholder(tokens: readonly string[]): boolean {
  return tokens.length === 0 || PLACEHOLDERS.has(tokens.join(" "));
}

/** Joins prefixes to the next token, and -ollah, -oddin to the one before, with or without its article apart. */
function join(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let prefix = "";
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? "";
    const next = tokens[index + 1];
    const previous = prefix === "" ? joined.at(-1) : undefined;
    if (previous !== undefined && ENDING.test(token)) {
      joined[joined.length - 1] = previous + token;
    } else if (previous !== undefined && next !== undefined && isArticleBefore(token, next)) {
      joined[joined.length - 1] = previous + token + next;
      index += 1;
    } else if (next !== undefined && JOINING_PREFIXES.has(token)) {
      prefix += token;
    } else {
      joined.push(prefix + token);
      prefix = "";
    }
  }
  return joined;
}

/** "Shams ol Din", "Nur ud-Din": the article that binds a given name to din or llah. */
function isArticleBefore(token: string, next: string): boolean {
  return /^(?:[aeou][ld]|ال)$/u.test(token) && /^(?:d[ei]+n|l*ah|دین|له)$/u.test(next);
}

function withoutHonorifics(tokens: readonly string[], honorifics: string[]): string[] {
  const kept: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (HONORIFICS.has(token) && !(next !== undefined && SUFFIXES.has(next))) {
      honorifics.push(token);
      continue;
    }
    const glued = GIVEN_PREFIXES.find(
      (prefix) => token.startsWith(prefix) && token.length >= prefix.length + 3,
    );
    if (glued === undefined) {
      kept.push(token);
    } else {
      honorifics.push(glued);
      kept.push(token.slice(glued.length));
    }
  }
  return kept;
}

/** "رحمان پور" after a given name is one family name. */
function joinSuffixes(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const previous = joined.at(-1);
    if (joined.length >= 2 && previous !== undefined && SUFFIXES.has(token))
      joined[joined.length - 1] = previous + token;
    else joined.push(token);
  }
  return joined;
}

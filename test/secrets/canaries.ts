/** Words that must be found nowhere, and a look into every byte that a case leaves on the disk. */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";

const SYLLABLES = ["ka", "ro", "mi", "ta", "shu", "be", "lan", "qo", "zer", "vi"];
const LETTERS = ["قا", "رو", "می", "تا", "شو", "به", "لن", "کو", "زر", "وی"];

/** A hundred invented names in each script; none is a word of any language or of the program. */
export function canaryNames(): readonly { readonly latin: string; readonly persian: string }[] {
  return Array.from({ length: 100 }, (_, index) => {
    const digits = [index % 10, Math.floor(index / 10), (index * 7 + 3) % 10, (index * 3 + 1) % 10];
    const spell = (parts: readonly string[]) => digits.map((digit) => parts[digit] ?? "").join("");
    return { latin: `Xx${spell(SYLLABLES)}q`, persian: `ژژ${spell(LETTERS)}` };
  });
}

export interface Found {
  readonly file: string;
  readonly what: string;
}

/**
 * Looks for texts and hashes in every file below some folders, in every form in which a program may write them:
 * UTF-8, UTF-16, base64 at each offset, hexadecimal, percent, JSON escapes, deflated and gzipped streams.
 */
export function scan(folders: readonly string[], secrets: readonly Uint8Array[]): Found[] {
  const needles = secrets.flatMap((secret) => formsOf(secret));
  const found: Found[] = [];
  for (const folder of folders) {
    for (const file of filesBelow(folder)) {
      const name = relative(folder, file);
      for (const bytes of [Buffer.from(name), ...readingsOf(readFileSync(file))]) {
        for (const { form, needle } of needles) {
          if (bytes.includes(needle)) found.push({ file: name, what: form });
        }
      }
    }
  }
  return found;
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function formsOf(secret: Uint8Array): { readonly form: string; readonly needle: Buffer }[] {
  const bytes = Buffer.from(secret);
  const text = bytes.toString("utf8");
  const forms: [string, Buffer][] = [
    ["as it is", bytes],
    ["hexadecimal", Buffer.from(bytes.toString("hex"))],
    ["UTF-16", Buffer.from(text, "utf16le")],
    ["JSON escapes", Buffer.from(toJsonEscapes(text))],
    ["percent", Buffer.from(encodeURIComponent(text))],
  ];
  for (const shift of [0, 1, 2]) {
    // What stands before shifts the groups of three; the first and last group may mix with others.
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    forms.push(["base64", Buffer.from(padded.slice(4, -4))]);
  }
  return forms.filter(([, needle]) => needle.length >= 8).map(([form, needle]) => ({ form, needle }));
}

function toJsonEscapes(text: string): string {
  return [...text]
    .map((sign) => (sign > "~" ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : sign))
    .join("");
}

/** The bytes of a file, and what they unpack to where they are a packed stream. */
function readingsOf(bytes: Buffer): Buffer[] {
  const readings = [bytes];
  for (const unpack of [gunzipSync, inflateSync]) {
    try {
      readings.push(unpack(bytes));
    } catch {
      // Not packed in this way.
    }
  }
  return readings;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile());
}

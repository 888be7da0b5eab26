import { describe, expect, test } from "vitest";
import { HOSTILE, manyPersons, memorialContents } from "../../../test/memorial-content.ts";
import type { ReleaseContent } from "../content.ts";
import { personAddress } from "./address.ts";
import { memorial } from "./memorial.ts";

const KEY = "0".repeat(64);
const ASKED = {
  addressOf: (id: string) => personAddress(KEY, id),
  earlier: [],
  contact: null,
  isIndexed: false,
};
const decoder = new TextDecoder();
const made = memorial(memorialContents(), ASKED);
const text = (path: string) => decoder.decode(made.files.get(path));
const pages = [...made.files].flatMap(([path, bytes]) =>
  path.endsWith(".html") ? [decoder.decode(bytes)] : [],
);
const personOf = (id: string, language: "en" | "fa" = "en") =>
  text(`${language}/persons/${personAddress(KEY, id)}`);

/** With figures that rest on lists and on no statement. */
function counted(content: ReleaseContent): ReleaseContent {
  const footing = { voices: 0, sealedSources: 2, originalsHeld: 2, statements: 0, records: 29 };
  return { ...content, figures: content.figures.map((figure) => ({ ...figure, footing })) };
}

describe("the memorial", () => {
  test("has a page in both languages for everybody who is shown, and none for initials or holders of offices", () => {
    const ids = ["person-reza", "person-hostile", "person-name", "person-none", "person:leila"];
    expect(made.addresses).toEqual(ids.map((id) => personAddress(KEY, id)).sort());
    for (const id of ids)
      for (const language of ["en", "fa"] as const) expect(personOf(id, language)).not.toBe("");
    for (const id of ["person:judge", "person:living"]) expect(personOf(id)).toBe("");
    expect(text("fa/persons/initials-1.html")).toContain("پ. ک.");
    expect(
      [...made.files.keys()]
        .filter((path) => path.startsWith("search/"))
        .map(text)
        .join(""),
    ).not.toContain("پ. ک.");
    expect(text("en/persons/index.html")).toContain("counted and not shown: 2");
  });

  test("names people in their own script first, and tells contradictions side by side with the lists", () => {
    const page = personOf("person-reza");
    expect(page).toContain("<h1><bdi>رضا کریمی</bdi></h1>");
    expect(page).toMatch(/Also written: <bdi>Reza Karimi<\/bdi>/u);
    expect(page).toMatch(/30 July 1988.*8 Mordad 1367.*1408/su);
    expect(page).toContain("<bdi>List A</bdi>");
    expect(page).toContain("none was chosen over another");
    expect(page).toContain("<bdi>male</bdi>");
    expect(page).toContain("Not yet documented, or not told in this release: year of birth".slice(0, 40));
    expect(personOf("person-reza", "fa")).toContain("۲۳");
    expect(personOf("person:leila")).toContain("او را &lt;b&gt;بردند&lt;/b&gt;");
  });

  test("gives those without a name a page with a number that stays theirs, and their place", () => {
    const page = personOf("person-none");
    const number = personAddress(KEY, "person-none").replace("/", "").slice(0, 6);
    expect(page).toContain("A person whose name is not yet documented");
    expect(page).toContain(`Number <bdi dir="ltr">${number}</bdi>, <bdi>Evin</bdi>`);
  });

  test("obeys no word of others: markup is escaped, what would reorder a line is shown", () => {
    for (const page of pages) {
      expect(page).not.toContain("<script>");
      expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
      expect(page).not.toMatch(/ (?:style|on\w+)=/u);
      expect(page).not.toMatch(/https?:/u);
    }
    expect(HOSTILE).toContain("\u202e");
    const hostile = personOf("person-hostile");
    expect(hostile).toContain(
      "Zahra &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;O⟨U+202E⟩gpj.exe",
    );
    for (const [path, bytes] of made.files)
      if (path.startsWith("search/")) expect(decoder.decode(bytes)).not.toContain("\u202e");
  });

  test("asks not to be listed on every page unless somebody decided otherwise", () => {
    for (const page of pages)
      expect(page).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
    expect(text("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
    const listed = memorial(memorialContents(), { ...ASKED, isIndexed: true });
    expect(listed.files.has("robots.txt")).toBe(false);
    expect(decoder.decode(listed.files.get("en/index.html"))).not.toContain("robots");
  });

  test("says how the group is reached, and does not pretend where that is not known", () => {
    expect(text("en/correct.html")).toContain("gave no way to reach them");
    const reached = memorial(memorialContents(), { ...ASKED, contact: "<box> 12" });
    expect(decoder.decode(reached.files.get("en/correct.html"))).toContain("&lt;box&gt; 12");
  });

  test("keeps a tombstone without a name or a reason where somebody was shown before, and none for those who are", () => {
    const gone = personAddress(KEY, "somebody");
    const again = memorial(memorialContents(), {
      ...ASKED,
      earlier: [gone, personAddress(KEY, "person-reza")],
    });
    const page = decoder.decode(again.files.get(`en/persons/${gone}`));
    expect(page).toContain("Nobody is shown at this address");
    expect(page).toContain("stays sealed");
    expect(again.addresses).toEqual(made.addresses);
    expect(again.files.size).toBe(made.files.size + 2);
    const others = [...again.files]
      .filter(([path]) => !path.endsWith(gone))
      .map(([, bytes]) => decoder.decode(bytes));
    expect(others.some((other) => other.includes(gone))).toBe(false);
  });

  test("keeps documented, estimated and reported numbers apart, and places no finer than they are told", () => {
    const numbers = text("en/numbers.html");
    const [documented, estimated, reported] = ["documented", "estimated", "reported"].map((standing) =>
      numbers.slice(
        numbers.indexOf(`class="standing ${standing}"`),
        numbers.indexOf("</section>", numbers.indexOf(`class="standing ${standing}"`)),
      ),
    );
    expect(documented).toContain("40 persons");
    expect(documented).not.toContain("4000");
    // The figures round outwards: the table of models tells no narrower interval beside them.
    expect(estimated).toContain("43 to 91");
    expect(reported).toContain("4000 persons");
    expect(text("en/sites/index.html")).toMatch(/35\.6892°.*36\.1°|36\.10°/su);
    expect(text("en/sites/index.html")).not.toContain("36.100");
  });

  test("says by which id a figure is asked for, and of no count from lists that it has no voices", () => {
    const made = memorial({ fa: counted(memorialContents().fa), en: counted(memorialContents().en) }, ASKED);
    const numbers = decoder.decode(made.files.get("en/numbers.html"));
    expect(numbers).toContain("Records of lists: 29; sealed sources: 2");
    expect(numbers).not.toMatch(/voices: 0|Statements: 0/u);
    for (const { id } of memorialContents().en.figures.filter(({ question }) => question !== "offices"))
      expect(numbers).toContain(`To cite it, or to ask about it: <bdi>${id}</bdi>`);
  });

  test("tells the standard of proof in words of the language", () => {
    expect(text("en/index.html")).toContain("reasonable grounds to believe");
    expect(text("fa/index.html")).toContain("دلایل معقول برای باور");
    expect(text("fa/index.html")).not.toContain("reasonable-grounds");
  });

  test("shows everybody without scripts, page by page, and is the same bytes again", () => {
    const contents = () => memorialContents(manyPersons(450));
    const one = memorial(contents(), ASKED);
    const linked = [...one.files]
      .filter(([path]) => /^en\/persons\/letter-/u.test(path))
      .flatMap(([, bytes]) =>
        [...decoder.decode(bytes).matchAll(/href="(\w\w\/\w+\.html)"/gu)].map(([, to = ""]) => to),
      );
    expect([...new Set(linked)].sort()).toEqual([...one.addresses]);
    const other = memorial(contents(), ASKED);
    expect([...other.files.keys()]).toEqual([...one.files.keys()]);
    const differing = [...one.files].filter(
      ([path, bytes]) => !Buffer.from(bytes).equals(other.files.get(path) ?? bytes.subarray(1)),
    );
    expect(differing).toEqual([]);
  });
});

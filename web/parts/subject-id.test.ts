import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SLUG, toSlug } from "./subject-id.ts";

describe("the id of something new", () => {
  it("is made of its name in any script", () => {
    expect(toSlug("Reza Karimi")).toBe("reza-karimi");
    expect(toSlug("رضا کریمی")).toBe("rza-krimi");
    expect(toSlug("آیت‌الله  ۱۲")).toBe("aitallh-12");
    expect(toSlug("Śródmieście (old)")).toBe("srodmiescie-old");
    expect(toSlug("漢字")).toBe("");
  });

  it("is one that the case takes, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const slug = toSlug(name);
        expect(slug === "" || SLUG.test(slug)).toBe(true);
      }),
    );
  });
});

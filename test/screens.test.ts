import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "./case-fixture.ts";
import {
  MOST_BYTES_OF_ALL,
  MOST_PICTURE_BYTES,
  PICTURE_LANGUAGES,
  PICTURE_SIZES,
  PICTURED,
  pictureFile,
} from "./e2e/pictures.ts";
import { FOUND_PLACES, ROUTES } from "./e2e/routes.ts";

const FOLDER = join(repository, "docs", "screens");

/** The routes of the workbench, as its own source writes them. */
function routesOfApp(): string[] {
  const source = readFileSync(join(repository, "web", "app.tsx"), "utf8");
  const paths = [...source.matchAll(/<Route path="(\/:case\/[^"*]+)"/gu)].flatMap(([, path]) => path ?? []);
  return [...paths, "/:case", "/_new"];
}

function shows(pattern: string, address: string): boolean {
  const [path = ""] = address.split("?");
  return new RegExp(`^${pattern.replaceAll(/:\w+/gu, "[^/]+")}$`, "u").test(path);
}

describe("the pictures of the workbench", () => {
  it("are four of every place, and none of a place that is no more; npm run screens makes them", () => {
    const wanted = PICTURED.flatMap((place) =>
      PICTURE_LANGUAGES.flatMap((language) =>
        PICTURE_SIZES.map(({ width }) => pictureFile(place, language, width)),
      ),
    );
    expect(readdirSync(FOLDER).sort()).toEqual(wanted.sort());
  });

  it("leave no route of the workbench out", () => {
    const routes = routesOfApp();
    expect(routes.length).toBeGreaterThan(12);
    const found: readonly string[] = Object.values(FOUND_PLACES);
    expect(
      routes.filter((route) => !found.includes(route) && !ROUTES.some((address) => shows(route, address))),
    ).toEqual([]);
  });

  it("are small, each and all together", () => {
    const sizes = readdirSync(FOLDER).map((file) => ({ file, bytes: statSync(join(FOLDER, file)).size }));
    expect(sizes.filter(({ bytes }) => bytes > MOST_PICTURE_BYTES)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES_OF_ALL);
  });

  it("stand in the README with words for those who do not see them", () => {
    const readme = readFileSync(join(repository, "README.md"), "utf8");
    const shown = [...readme.matchAll(/!\[([^\]]*)\]\(docs\/screens\/([^)]+)\)/gu)];
    expect(shown).toHaveLength(3);
    for (const [, alt = "", file = ""] of shown) {
      expect(alt.length, file).toBeGreaterThan(20);
      expect(readdirSync(FOLDER)).toContain(file);
    }
  });
});

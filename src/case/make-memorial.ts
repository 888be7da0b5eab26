/** The memorial of a release for the public, whose pages keep their addresses from one release to the next. */
import { z } from "zod";
import { toCanonicalJson } from "../core/index.ts";
import { type ContentByLanguage, type MemorialAsked, memorial, personAddress } from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import type { PlannedRelease } from "./plan-release.ts";
import type { ReleasePublished } from "./published-releases.ts";

/** What whoever releases says of the memorial alone. */
export interface MemorialOptions {
  /** How the documentation group is reached, for its pages. */
  readonly contact?: string | undefined;
  /** Why search engines may list it; they may not where it is left out. */
  readonly indexed?: string | undefined;
}

const KEY_BYTES = 32;

/** What a release remembers of its memorial, for the next one. Names of nobody stand in it. */
const MemorialPages = z.strictObject({
  v: z.literal(1),
  /** Of the addresses; the same in every release of the case. */
  key: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Pages of persons; tombstones are none. */
  addresses: z.array(z.string().regex(/^[0-9a-z]{2}\/[0-9a-z]{14}\.html$/u)),
});

/**
 * Makes it; `keep` seals what the next release has to know and gives what the act says.
 *
 * @throws InquestError where what an earlier release kept cannot be read: without it pages would be lost without a word.
 */
export async function makeMemorial(
  opened: OpenCase,
  { rowIds }: PlannedRelease,
  contents: ContentByLanguage,
  { contact, indexed }: MemorialOptions,
) {
  const before = await readEarlier(opened);
  const key = before.key ?? Buffer.from(opened.random(KEY_BYTES)).toString("hex");
  const asked: MemorialAsked = {
    addressOf: addressesBy(key, before.addresses, rowIds),
    earlier: [...before.addresses],
    contact: contact ?? null,
    isIndexed: indexed !== undefined,
  };
  const made = memorial(contents, asked);
  const keep = async (): Promise<ReleasePublished["memorial"]> => {
    const pages = { v: 1, key, addresses: [...made.addresses] } satisfies z.input<typeof MemorialPages>;
    return {
      pages: await opened.seal(new TextEncoder().encode(`${toCanonicalJson(pages)}\n`)),
      ...(contact === undefined ? {} : { contact }),
      ...(indexed === undefined ? {} : { indexed }),
    };
  };
  return { made, keep };
}

async function readEarlier(opened: OpenCase) {
  const addresses = new Set<string>();
  let key: string | null = null;
  for (const { value } of opened.state.published) {
    const { memorial: kept } = value;
    if (kept === undefined) continue;
    const pages = MemorialPages.parse(JSON.parse(new TextDecoder().decode(await opened.read(kept.pages))));
    key ??= pages.key;
    for (const address of pages.addresses) addresses.add(address);
  }
  return { key, addresses };
}

/**
 * A person whose rows were joined or parted since keeps the address under which one of the rows was shown; no two persons share
 * a row, so none share an address.
 */
function addressesBy(
  key: string,
  earlier: ReadonlySet<string>,
  rowIds: PlannedRelease["rowIds"],
): (id: string) => string {
  return (id) => {
    const addresses = (rowIds.get(id) ?? [id]).map((row) => personAddress(key, row));
    return addresses.find((address) => earlier.has(address)) ?? personAddress(key, id);
  };
}

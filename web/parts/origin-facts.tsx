/** What stands beneath an origin, each with its name: the file, hashes, and the acts that sealed and recorded. */
import type { ReactNode } from "react";
import type { OriginRowView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";

/** @param facts - name and value, in their order. */
export function OriginFacts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="cells">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who signed an act, when, and where in the log it stands. */
export function ActWords({ act: { by, on, leafIndex } }: { readonly act: OriginRowView["imported"] }) {
  const { t, digits } = useReader();
  return t("origin.act", { by, on, leaf: digits(String(leafIndex)) });
}

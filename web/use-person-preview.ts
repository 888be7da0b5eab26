/** What a decision about whole persons would change, asked for while it is put together. */
import { useEffect, useState } from "react";
import type { PersonPreviewView } from "../src/server/client.ts";
import { useReader } from "./settings.tsx";
import { type Trouble, toTrouble } from "./trouble.ts";

export type PreviewedChange =
  | { readonly rows: readonly string[] }
  | { readonly one: string; readonly other: string };

export interface PersonPreview {
  /** Null where nothing is to change, or it is not known yet. */
  readonly preview: PersonPreviewView | null;
  /** Why nothing can be told. */
  readonly trouble: Trouble | null;
}

const NOTHING: PersonPreview = { preview: null, trouble: null };

/** @param change - null for none. */
export function usePersonPreview(caseId: string, change: PreviewedChange | null): PersonPreview {
  const { client } = useReader();
  const [told, setTold] = useState<PersonPreview & { readonly key: string }>({ key: "", ...NOTHING });
  const key = change === null ? "" : JSON.stringify(change);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the change.
  useEffect(() => {
    if (change === null) return;
    let isCurrent = true;
    const asked =
      "rows" in change
        ? client.splitPreview(caseId, change.rows)
        : client.joinPreview(caseId, change.one, change.other);
    asked.then(
      (preview) => isCurrent && setTold({ key, preview, trouble: null }),
      (error: unknown) => isCurrent && setTold({ key, preview: null, trouble: toTrouble(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, caseId, key]);
  // What was told of another change is not told of this one.
  return key !== "" && told.key === key ? told : NOTHING;
}

/** What went wrong, in words, with its code for whoever looks it up. */
import { useReader } from "../settings.tsx";
import { type Trouble, troubleParts } from "../trouble.ts";

export function TroubleWords({ of }: { readonly of: Trouble }) {
  const { t, mark, language } = useReader();
  const { first, original } = troubleParts(of, t, language);
  return (
    <>
      <bdi dir="auto" {...mark(first)}>
        {first}
      </bdi>{" "}
      {original === null ? null : (
        <small>
          <bdi dir="ltr" lang="en">
            {original}
          </bdi>{" "}
        </small>
      )}
      <code dir="ltr">{of.code}</code>
    </>
  );
}

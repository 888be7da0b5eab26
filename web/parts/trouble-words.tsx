/** What went wrong, in words, with its code for whoever looks it up. */
import { useReader } from "../settings.tsx";
import { type Trouble, troubleWords } from "../trouble.ts";

export function TroubleWords({ of }: { readonly of: Trouble }) {
  const { t, mark } = useReader();
  const words = troubleWords(of, t);
  return (
    <>
      <bdi dir="auto" {...mark(words)}>
        {words}
      </bdi>{" "}
      <code dir="ltr">{of.code}</code>
    </>
  );
}

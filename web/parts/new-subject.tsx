/** Something that the case does not name yet: what it is, what it is called, and under which id. */
import { useEffect, useId, useRef, useState } from "react";
import type { VocabularyView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { useAskAgain } from "../use-ask-again.ts";
import type { ChosenSubject, SubjectKind } from "./quote-draft.ts";
import { SLUG, toSlug } from "./subject-id.ts";
import { TroubleWords } from "./trouble-words.tsx";
import { languageOf } from "./understood.ts";

const PAUSE_MS = 150;
const MOST_TRIED = 20;

interface NewSubjectProps {
  readonly caseId: string;
  readonly label: string;
  /** What was typed while it was looked for. */
  readonly name: string;
  readonly kinds: readonly SubjectKind[];
  readonly vocabulary: VocabularyView;
  readonly chosen: ChosenSubject | null;
  /** @param unchosen - what it is to be called while it cannot be named yet. */
  readonly choose: (chosen: ChosenSubject | null, unchosen: string) => void;
  readonly cancel: () => void;
  readonly fault: string | null;
}

export function NewSubject(props: NewSubjectProps) {
  const { caseId, label, kinds, vocabulary, chosen, choose, cancel, fault } = props;
  const { t } = useReader();
  const [kind, setKind] = useState<SubjectKind>(chosen?.kind ?? kinds[0] ?? "person");
  const [name, setName] = useState(chosen?.name ?? props.name.trim());
  const language = languageOf(name);
  const otherLanguage = language === "fa" ? "en" : "fa";
  const [other, setOther] = useState(chosen?.names?.[otherLanguage] ?? "");
  const [slug, setSlug] = useState<string | null>(chosen === null ? null : (chosen.id.split(":")[1] ?? null));
  const free = useFreeId(caseId, kind, slug ?? toSlug(name), slug !== null);
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => first.current?.focus(), []);

  const isFine = name.trim() !== "" && free.state === "free";
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when what is chosen changes, not when its hearer does.
  useEffect(() => {
    const names = {
      [language]: name.trim(),
      ...(other.trim() === "" ? {} : { [otherLanguage]: other.trim() }),
    };
    choose(isFine ? { id: free.id, name: name.trim(), kind, names } : null, name);
  }, [isFine, free.id, name, other, kind]);

  return (
    <fieldset className="field new-subject">
      <legend>{label}</legend>
      <p className="about">{t("pick.new.title")}</p>
      <label htmlFor={`${id}-kind`}>{t("pick.kind")}</label>
      <select
        ref={first}
        id={`${id}-kind`}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(kinds.find((each) => each === value) ?? kind)}
      >
        {vocabulary.kinds
          .filter((each) => kinds.includes(each.kind))
          .map((each) => (
            <option key={each.kind} value={each.kind}>
              {each.label}
            </option>
          ))}
      </select>
      <label htmlFor={`${id}-name`}>{t("pick.name")}</label>
      <input
        id={`${id}-name`}
        type="text"
        dir="auto"
        autoComplete="off"
        value={name}
        aria-invalid={fault !== null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <label htmlFor={`${id}-other`}>{t(`pick.name.${otherLanguage}`)}</label>
      <input
        id={`${id}-other`}
        type="text"
        dir="auto"
        autoComplete="off"
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      <label htmlFor={`${id}-id`}>{t("pick.id")}</label>
      <span className="id-line" dir="ltr">
        <code>{kind}:</code>
        <input
          id={`${id}-id`}
          type="text"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={slug ?? free.id.split(":")[1] ?? ""}
          aria-describedby={`${id}-about`}
          aria-invalid={free.state === "taken" || free.state === "malformed"}
          onChange={(event) => setSlug(event.currentTarget.value.trim())}
        />
      </span>
      <p className="about" id={`${id}-about`} aria-live="polite">
        {free.state === "unknown" ? <TroubleWords of={free.trouble} /> : null}
        {free.state === "taken" ? <strong className="fault">{t("pick.id.taken")}</strong> : null}
        {free.state === "malformed" ? <strong className="fault">{t("pick.id.form")}</strong> : null}
        {fault === null || free.state !== "free" ? null : <strong className="fault">{fault}</strong>}
      </p>
      <button type="button" onClick={cancel}>
        {t("pick.search")}
      </button>
    </fieldset>
  );
}

type FreeId =
  | { readonly state: "asking" | "free" | "taken" | "malformed"; readonly id: string }
  /** Nobody can tell for now; it is asked for again by itself. */
  | { readonly state: "unknown"; readonly id: string; readonly trouble: Trouble };

/** The id if nothing has it; of one that was made of a name, the first with a number that nothing has. */
function useFreeId(caseId: string, kind: SubjectKind, slug: string, isTyped: boolean): FreeId {
  const { client } = useReader();
  const [free, setFree] = useState<FreeId>({ state: "asking", id: `${kind}:${slug}` });
  const { attempt, askAgain } = useAskAgain();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks the same once more.
  useEffect(() => {
    const wanted = slug === "" && !isTyped ? kind : slug;
    if (!SLUG.test(wanted)) return setFree({ state: "malformed", id: `${kind}:${slug}` });
    let isCurrent = true;
    const about = `${kind}:${wanted}`;
    // That nobody can tell stays told until somebody can.
    setFree((before) =>
      before.state === "unknown" && before.id === about ? before : { state: "asking", id: about },
    );
    const isTaken = async (id: string) =>
      (await client.subjects(caseId, { q: "", kinds: [], limit: 0, id })).isTaken;
    async function look(): Promise<FreeId> {
      for (let tried = 1; tried <= MOST_TRIED; tried += 1) {
        const id = `${kind}:${wanted}${tried === 1 ? "" : `-${tried}`}`;
        if (!(await isTaken(id))) return { state: "free", id };
        if (isTyped) break;
      }
      return { state: "taken", id: `${kind}:${wanted}` };
    }
    const timer = setTimeout(() => {
      look().then(
        (found) => isCurrent && setFree(found),
        (error: unknown) => {
          if (!isCurrent) return;
          setFree({ state: "unknown", id: about, trouble: toTrouble(error) });
          askAgain();
        },
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, caseId, kind, slug, isTyped, attempt, askAgain]);
  return free;
}

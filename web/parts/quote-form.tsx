/** A statement of chosen words: filled with the passage, and recorded by Ctrl and Enter. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PropertyView, VocabularyView } from "../../src/server/client.ts";
import { type Reader, useReader } from "../settings.tsx";
import type { Quoting } from "../use-quote.ts";
import { useView } from "../use-view.ts";
import { useStatedNext } from "./new-appeal.tsx";
import type { QuotedPassage } from "./passage.ts";
import {
  type ChoosingField,
  EMPTY_DRAFT,
  faultsOf,
  isOnlyNamed,
  propertiesOf,
  type QuoteDraft,
  type QuoteFaults,
  type QuoteField,
  SPEAKING,
  type SubjectKind,
  withChoice,
  withProperty,
} from "./quote-draft.ts";
import { Labelled, TypedTime, TypedValue } from "./quote-value.tsx";
import { Await } from "./states.tsx";
import { SubjectPicker } from "./subject-picker.tsx";
import { TroubleWords } from "./trouble-words.tsx";

const QUESTIONS = ["howMany", "who", "where", "offices", "other"] as const;
const CHAINS = ["first-hand", "second-hand", "further"] as const;
const ACCESSES = ["", "open", "team", "restricted", "sealed"] as const;

interface QuoteFormProps {
  readonly caseId: string;
  readonly passage: QuotedPassage;
  readonly quoting: Quoting;
  /** Who spoke last in this source, and how near they were: nobody is asked the same twice. */
  readonly before: Pick<QuoteDraft, "speaker" | "chain">;
}

/** Ids are known to be free within this; what comes later waits for its own word. */
const PATIENCE_MS = 1000;

export function QuoteForm(props: QuoteFormProps) {
  const { client, language } = useReader();
  const { caseId } = props;
  const vocabulary = useView(`vocabulary ${caseId} ${language}`, () => client.vocabulary(caseId));
  return <Await of={vocabulary}>{(view) => <Fields {...props} vocabulary={view} />}</Await>;
}

function Fields({
  caseId,
  passage,
  quoting,
  before,
  vocabulary,
}: QuoteFormProps & { readonly vocabulary: VocabularyView }) {
  const { t, digits } = useReader();
  const [draft, setDraft] = useState<QuoteDraft>(
    () => quoting.keptFor(passage) ?? { ...EMPTY_DRAFT, ...before },
  );
  const { keep } = quoting;
  const about = useStatedNext();
  const [attempts, setAttempts] = useState(0);
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
    first.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change of what is filled in, not of its keeper.
  useEffect(() => keep(draft), [draft, passage]);
  const change = (some: Partial<QuoteDraft>) => setDraft((old) => ({ ...old, ...some }));

  const fitting = draft.subject === null ? [] : propertiesOf(vocabulary.properties, draft.subject.kind);
  const property = fitting.find(({ name }) => name === draft.property);
  const faults: QuoteFaults = attempts > 0 ? faultsOf(draft, property) : {};
  const { trouble } = quoting;
  const faultAt = (field: QuoteField): string | null => {
    const own = faults[field];
    if (own !== undefined) return t(own);
    return trouble?.field === field ? trouble.message : null;
  };

  // Whoever is quicker than the answer whether an id is free need not press again.
  const asked = useRef({ at: Number.NEGATIVE_INFINITY, draft });
  function record(): void {
    setAttempts((count) => count + 1);
    asked.current = { at: performance.now(), draft };
    recordWhole();
  }
  function recordWhole(): void {
    if (property === undefined || Object.keys(faultsOf(draft, property)).length > 0) return;
    asked.current = { at: Number.NEGATIVE_INFINITY, draft };
    void quoting.record(draft, property);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change of what is filled in.
  useEffect(() => {
    const { at, draft: before } = asked.current;
    if (performance.now() - at < PATIENCE_MS && isOnlyNamed(before, draft)) recordWhole();
  }, [draft]);
  // The first field that something is wrong with is where a person goes on, out of sight as it may be.
  useEffect(() => {
    if (trouble === null && attempts === 0) return;
    const wrong = [
      ...(form.current?.querySelectorAll<HTMLElement>("[aria-invalid=true], [role=alert]") ?? []),
    ];
    for (const field of wrong) field.closest("details")?.setAttribute("open", "");
    wrong[0]?.focus();
  }, [trouble, attempts]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      record();
    } else if (event.key === "Escape") quoting.close();
    // What is recorded stays: it is not to be done by an Enter that ends a line.
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  }
  const picker = (
    field: ChoosingField,
    about: {
      readonly label: string;
      readonly kinds: readonly SubjectKind[];
      readonly newKinds: readonly SubjectKind[];
    },
  ): ReactNode => (
    <SubjectPicker
      key={`${field} ${field === "ref" || field === "of" ? draft.property : ""}`}
      caseId={caseId}
      vocabulary={vocabulary}
      {...about}
      chosen={draft[field]}
      unchosen={draft.unchosen[field] ?? ""}
      choose={(chosen, unchosen) => setDraft((old) => withChoice(old, field, { chosen, unchosen }))}
      fault={faultAt(field === "ref" ? "value" : field)}
      {...(field === "subject" ? { field: first } : {})}
    />
  );
  const everyKind = vocabulary.kinds.map(({ kind }) => kind);
  const proposed = everyKind.find((kind) => kind === about.kind) ?? "person";
  return (
    <form
      ref={form}
      className="quote-form"
      aria-labelledby="quote-title"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <h2 id="quote-title">{t("quote.title")}</h2>
      <figure className="quoted-words">
        <figcaption>
          {t("quote.passage")}{" "}
          <small>
            {placeWords(passage, t, digits)}
            {passage.occurrence === null
              ? null
              : ` · ${t("quote.occurrence", { occurrence: digits(String(passage.occurrence)) })}`}
          </small>
        </figcaption>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <blockquote dir="auto" tabIndex={0}>
          {passage.quote}
        </blockquote>
        <Fault words={faultAt("passage")} />
      </figure>
      {picker("subject", {
        label: t("quote.subject"),
        kinds: [],
        newKinds: [proposed, ...everyKind.filter((kind) => kind !== proposed)],
      })}
      <Labelled label={t("quote.property")} fault={faultAt("property")}>
        {(field) => (
          <select
            {...field}
            value={property?.name ?? ""}
            disabled={draft.subject === null}
            onChange={({ currentTarget: { value } }) => setDraft((old) => withProperty(old, value))}
          >
            <option value="">{t("quote.property.choose")}</option>
            {QUESTIONS.map((question) => (
              <PropertyGroup
                key={question}
                label={t(`quote.question.${question}`)}
                properties={fitting.filter((each) => (each.question ?? "other") === question)}
              />
            ))}
          </select>
        )}
      </Labelled>
      {property === undefined ? null : (
        <>
          {property.access === "open" ? null : (
            <p className="restricted">{t(`quote.kept.${property.access}`)}</p>
          )}
          {property.value === "ref"
            ? picker("ref", {
                label: t("quote.value.ref"),
                kinds: property.refersTo,
                newKinds: property.refersTo,
              })
            : null}
          <TypedValue draft={draft} change={change} fault={faultAt("value")} property={property} />
          {property.whose === null
            ? null
            : picker("of", {
                label: t(property.whose.isNeeded ? "quote.of" : "quote.of.optional"),
                kinds: property.whose.kinds,
                newKinds: property.whose.kinds,
              })}
        </>
      )}
      <TypedTime draft={draft} change={change} fault={faultAt("time")} />
      {picker("speaker", { label: t("quote.speaker"), kinds: SPEAKING, newKinds: SPEAKING })}
      <Labelled label={t("quote.chain")} fault={null}>
        {(field) => (
          <select
            {...field}
            value={draft.chain}
            onChange={({ currentTarget: { value } }) =>
              change({ chain: CHAINS.find((each) => each === value) ?? draft.chain })
            }
          >
            {CHAINS.map((chain) => (
              <option key={chain} value={chain}>
                {t(`sources.chain.${chain}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <details className="quote-more">
        <summary>{t("quote.more")}</summary>
        {picker("place", {
          label: t("quote.where"),
          kinds: ["place", "site", "body"],
          newKinds: ["place", "site", "body"],
        })}
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isDenied}
            onChange={(event) => change({ isDenied: event.currentTarget.checked })}
          />{" "}
          {t("quote.denies")}
        </label>
        <Labelled label={t("quote.access")} fault={null}>
          {(field) => (
            <select
              {...field}
              value={draft.access}
              onChange={({ currentTarget: { value } }) =>
                change({ access: ACCESSES.find((each) => each === value) ?? "" })
              }
            >
              {ACCESSES.map((access) => (
                <option key={access} value={access}>
                  {t(access === "" ? "quote.access.usual" : `quote.access.${access}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <p className="note">{t("quote.elsewhere")}</p>
      </details>
      <Labelled label={t("quote.note")} fault={null}>
        {(field) => (
          <textarea
            {...field}
            dir="auto"
            rows={2}
            maxLength={4000}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Labelled>
      {trouble === null || trouble.field !== null ? null : (
        <p className="trouble" role="alert" tabIndex={-1}>
          <TroubleWords of={trouble} />
        </p>
      )}
      <div className="quote-buttons">
        <button type="submit" className="primary" disabled={quoting.isBusy}>
          {t(quoting.isBusy ? "quote.recording" : "quote.record")} <kbd dir="ltr">Ctrl+Enter</kbd>
        </button>
        <button type="button" onClick={quoting.close}>
          {t("quote.cancel")} <kbd dir="ltr">Esc</kbd>
        </button>
      </div>
    </form>
  );
}

function placeWords(
  { start, end, page, part }: QuotedPassage,
  t: Reader["t"],
  digits: Reader["digits"],
): string {
  const of = (value: number) => digits(String(value));
  if (part !== undefined) {
    const { x, y, width, height } = part.box;
    const at = { x: of(x), y: of(y), width: of(width), height: of(height) };
    const place = page === null ? t("quote.part", at) : t("quote.part.page", { ...at, page: of(page) });
    return part.isSeen ? `${place} · ${t("quote.part.seen")}` : place;
  }
  return page === null
    ? t("quote.place", { start: of(start), end: of(end) })
    : t("quote.page", { page: of(page) });
}

function PropertyGroup({
  label,
  properties,
}: {
  readonly label: string;
  readonly properties: readonly PropertyView[];
}) {
  if (properties.length === 0) return null;
  return (
    <optgroup label={label}>
      {properties.map((property) => (
        <option key={property.name} value={property.name}>
          {property.label}
        </option>
      ))}
    </optgroup>
  );
}

function Fault({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <p className="about" role="alert" dir="auto">
      <strong className="fault">{words}</strong>
    </p>
  );
}

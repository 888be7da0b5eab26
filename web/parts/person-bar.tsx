/** The bar of decisions about a person: buttons with their keys, the reason, and what became of the last decision. */
import type { RefObject } from "react";
import type { PersonPreviewView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { PersonSitting } from "../use-person-checks.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { PERSON_KEYS, type PersonKey } from "./single-keys.ts";
import { isolated, Said } from "./words.tsx";

interface PersonBarProps {
  readonly sitting: PersonSitting;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** What is put together; null while nothing is. */
  readonly preview: PersonPreviewView | null;
  readonly press: (key: PersonKey) => void;
  readonly isOff: (key: PersonKey) => boolean;
  /** Whether another person is chosen, so that the key of joining joins. */
  readonly isJoining: boolean;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly joinButton: RefObject<HTMLButtonElement | null>;
}

/** What has a button; the others move about or write. */
const BUTTONS: readonly PersonKey[] = ["keep", "split", "join", "contradiction", "skip", "undo"];

export function PersonBar(props: PersonBarProps) {
  const { sitting, reason, setReason, preview, press, isOff, isJoining } = props;
  const { t } = useReader();
  const last = sitting.view?.lastMine ?? null;
  const isForbidden = (preview?.forbidding.length ?? 0) > 0;
  const isReasonNeeded = !isForbidden && (preview?.needsReason ?? false);
  return (
    <DecisionBar
      label={t("persons.decide")}
      className="person-bar"
      news={
        <>
          {sitting.trouble === null && preview === null ? <Done sitting={sitting} /> : null}
          {preview === null ? null : <Coming preview={preview} isForbidden={isForbidden} />}
          {last === null ? null : (
            <span className="last">
              {t("persons.last", { did: last.didText })} <Said>{last.names[0] ?? ""}</Said>
            </span>
          )}
        </>
      }
      {...{ press }}
      trouble={sitting.trouble}
      retry={sitting.retry}
      reason={{
        ...{ text: reason, write: setReason, field: props.reasonField, isRequired: isReasonNeeded },
        label: t(isReasonNeeded ? "persons.reason.needed" : "persons.reason"),
      }}
      buttons={PERSON_KEYS.filter(({ name }) => BUTTONS.includes(name)).map((key) => ({
        key,
        label: t(key.name === "join" && isJoining ? "persons.join.now" : `persons.${key.name}`),
        isOff: isOff(key.name),
        button: key.name === "join" ? props.joinButton : undefined,
      }))}
      looking={["contradiction", "skip"]}
    />
  );
}

interface ComingProps {
  readonly preview: PersonPreviewView;
  readonly isForbidden: boolean;
}

/** In a line what the decision changes: what it is in full may lie beneath the bar. */
function Coming({ preview: { did, leaving, personsAfter, figures }, isForbidden }: ComingProps) {
  const { t, number } = useReader();
  const [figure] = figures;
  if (isForbidden) return <span className="coming">{t("persons.preview.forbidden.short")}</span>;
  return (
    <span className="coming">
      {did === "split"
        ? t("persons.preview.split", { rows: leaving, after: personsAfter })
        : t("persons.preview.joined")}{" "}
      {figure === undefined
        ? null
        : t("persons.preview.figure", {
            label: isolated(figure.label),
            before: number(figure.before),
            after: number(figure.after),
          })}
    </span>
  );
}

function Done({ sitting: { done } }: { readonly sitting: PersonSitting }) {
  const { t } = useReader();
  if (done === null) return null;
  const isHeeded = done.did === "split" || done.did === "joined";
  return (
    <span>
      {t(`persons.done.${done.did}`)} {isHeeded ? t("persons.nextLink") : null}{" "}
      {done.counts ? null : t("review.uncounted")}
    </span>
  );
}

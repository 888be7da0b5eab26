/** The vocabulary of statements in the words of a language. */
import {
  PROPERTY_NAMES,
  type PropertyName,
  type PropertyRule,
  propertyRule,
  SUBJECT_KINDS,
} from "../statements/index.ts";
import type { PropertyView, VocabularyView } from "./entry-views.ts";
import type { Presenter } from "./present-statement.ts";
import { nameOfCode } from "./search-hits.ts";

export function presentVocabulary(presenter: Presenter): VocabularyView {
  return {
    properties: PROPERTY_NAMES.map((name) => presentProperty(name, presenter)),
    kinds: SUBJECT_KINDS.map((kind) => ({ kind, label: presenter.translate(`subject-kind.${kind}`) })),
  };
}

function presentProperty(name: PropertyName, presenter: Presenter): PropertyView {
  const rule = propertyRule(name);
  return {
    name,
    label: presenter.translate(`property.${name}`),
    question: rule.question,
    of: rule.of,
    value: rule.value,
    refersTo: rule.refersTo ?? [],
    codes: (rule.codes ?? []).map((code) => ({ code, label: nameOfCode("code", code, presenter) })),
    whose: rule.whose ?? null,
    access: accessOf(rule),
  };
}

function accessOf({ restricted, sealedByDefault, isSensitive }: PropertyRule): PropertyView["access"] {
  if (sealedByDefault === true || isSensitive === true) return "sealed";
  return restricted === true ? "restricted" : "open";
}

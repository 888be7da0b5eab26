/** Closed sets of codes: the many words that lists write for one thing. */
import { foldText } from "../core/index.ts";

const SEX_WORDS: readonly (readonly [code: string, words: string])[] = [
  [
    "male",
    "male m man boy masculino masc hombre varon homme masculin h مرد م مذکر پسر آقا ذكر ذ رجل ولد مذكر мужской м",
  ],
  [
    "female",
    "female f woman girl femenino fem mujer femme feminin زن ز مؤنث مونث دختر خانم أنثى انثى امرأة بنت مؤنثة женский ж",
  ],
];

const BUILT_IN: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  sex: new Map(
    SEX_WORDS.flatMap(([code, words]) =>
      words.split(" ").map((word): [string, string] => [foldText(word), code]),
    ),
  ),
};

/**
 * From a cell's text to its code: what the recipe says, else for `sex` and `gender` the usual words in nine
 * languages, else null. A field with neither keeps its text as the code.
 */
export function createCodeReader(
  field: string,
  codes: Readonly<Record<string, string>> | undefined,
): (text: string) => string | null {
  const given = new Map(Object.entries(codes ?? {}).map(([word, code]) => [foldText(word), code]));
  const builtIn = BUILT_IN[/^gender$/iu.test(field) ? "sex" : field];
  return (text) => {
    const folded = foldText(text);
    const code = given.get(folded) ?? builtIn?.get(folded);
    if (code !== undefined) return code;
    return given.size === 0 && builtIn === undefined ? text : null;
  };
}

/** What a recipe says of linkage, checked. */
import { type Recipe, recipeError } from "../intake/index.ts";
import { LinkOptions } from "../linkage/index.ts";

/**
 * The settings under `link` of a recipe; none where it says nothing.
 *
 * @throws InquestError "intake/recipe" with the path of each member that is unknown or wrong.
 */
export function linkOptionsOf({ link }: Pick<Recipe, "link">, fileName: string): LinkOptions {
  const parsed = LinkOptions.safeParse(link ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw recipeError(fileName, parsed.error, ["link"]);
}

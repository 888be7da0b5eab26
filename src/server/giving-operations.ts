/** The operation that answers with a file itself. */
import { SHOWN_MEDIA_TYPES } from "../case/index.ts";
import { OfSource, readBytes } from "./operation.ts";

/** What is answered as the bytes that were sealed. */
export const GIVING = {
  media: readBytes({
    id: "media",
    path: "/api/cases/{case}/sources/{source}/media",
    summary: "A picture or a recording as it was sealed, for a page that asks before it shows it",
    tag: "evidence",
    params: OfSource,
    answers: [...new Set(SHOWN_MEDIA_TYPES)],
  }),
};

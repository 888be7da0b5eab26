/** Addresses that are no page of a case. */

/** No id of a case begins so. */
export const NEW_CASE = "/_new";

/** Whether this browser may write to the case that is shown: what cannot be done is not offered. */
import { createContext, useContext } from "react";

const CaseAccess = createContext(false);

export const CaseAccessProvider = CaseAccess.Provider;

export function useMayWrite(): boolean {
  return useContext(CaseAccess);
}

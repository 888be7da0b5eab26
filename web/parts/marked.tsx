/** Words of people with what a search found in them marked. */
import type { ReactNode } from "react";
import type { MarkedText } from "../../src/server/client.ts";

/** The text in its own direction, isolated from what stands around it; what is only like the words asked for is dotted. */
export function Marked({ text, marks }: MarkedText) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end, how } of marks) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} className={how === "sound" || how === "slip" ? "alike" : undefined}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return <bdi dir="auto">{parts}</bdi>;
}

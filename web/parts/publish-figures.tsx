/** Figures of a release, each with its value and how it is known, and with what can be done about it. */
import type { ReactNode } from "react";
import type { FigureInRelease } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said, Standing } from "./words.tsx";

type Shown = Pick<FigureInRelease, "id" | "label" | "valueText" | "standing">;

interface PublishFiguresProps<F extends Shown> {
  readonly figures: readonly F[];
  /** What it is called, and where that leads. */
  readonly name: (figure: F) => ReactNode;
  readonly deed: (figure: F) => ReactNode;
}

export function PublishFigures<F extends Shown>({ figures, name, deed }: PublishFiguresProps<F>) {
  const { t } = useReader();
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("publish.figure")}</th>
          <th scope="col">{t("publish.value")}</th>
          <th scope="col">{t("publish.standing")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.id}>
            <th scope="row">{name(figure)}</th>
            <td data-label={t("publish.value")}>
              <Said>{figure.valueText}</Said>
            </td>
            <td data-label={t("publish.standing")}>
              <Standing standing={figure.standing} />
            </td>
            <td>{deed(figure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The head of a page that is of no case. */
import { useReader } from "../settings.tsx";
import { SettingsMenu } from "./settings-menu.tsx";

export function BareHead() {
  const { t } = useReader();
  return (
    <header className="head">
      <span className="brand">{t("app.name")}</span>
      <span className="case-switch" />
      <SettingsMenu />
    </header>
  );
}

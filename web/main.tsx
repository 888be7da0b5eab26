/** The workbench starts here. */
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { ReaderProvider } from "./settings.tsx";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/overview.css";
import "./styles/pages.css";
import "./styles/palette.css";
import "./styles/import.css";
import "./styles/quote.css";
import "./styles/viewer.css";
import "./styles/origin.css";
import "./styles/review.css";
import "./styles/persons.css";
import "./styles/search.css";
import "./styles/pictures.css";
import "./styles/offices.css";
import "./styles/undo.css";
import "./styles/publish.css";
import "./styles/print.css";

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <ReaderProvider>
      <App />
    </ReaderProvider>,
  );
}

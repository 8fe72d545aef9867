import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./routes.tsx"
import { announceLanguage } from "./app/language/language.ts"
import { applyTheme, keptTheme } from "./app/theme/applied-theme.ts"

applyTheme(keptTheme())
announceLanguage()

const root = document.getElementById("root")
if (root === null) throw new Error("index.html has no #root")
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

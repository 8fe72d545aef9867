const PANEL_ID = "selection"

/** Where what is chosen or held stands. */
export const panelProps = { id: PANEL_ID, tabIndex: -1 } as const

/** For whoever has chosen in a long list, and would have all of it between here and there. */
export function goToPanel() {
  document.getElementById(PANEL_ID)?.focus()
}

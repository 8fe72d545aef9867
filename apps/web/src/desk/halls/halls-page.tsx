export function HallsPage() {
  return null
}

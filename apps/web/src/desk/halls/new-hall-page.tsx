export function NewHallPage() {
  return null
}

export function SalePage({ performanceId }: { performanceId: string }) {
  return <p>{performanceId}</p>
}

/** A grey shape as large as what is coming, so that nothing jumps when it comes. */
export function SkeletonBlock({ className }: { className: string }) {
  return <div aria-hidden="true" className={`animate-shimmer rounded-lg bg-line ${className}`} />
}

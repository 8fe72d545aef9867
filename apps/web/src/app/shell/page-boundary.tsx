import { QueryErrorResetBoundary } from "@tanstack/react-query"
import { Component, Suspense, type ReactNode } from "react"
import { Failure } from "./failure.tsx"

type PageBoundaryProps = { children: ReactNode; waiting: ReactNode }

/** Around every page: its skeleton while it loads, and a way to try again when it cannot. */
export function PageBoundary({ children, waiting }: PageBoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <CatchFailure onRetry={reset}>
          <Suspense fallback={waiting}>{children}</Suspense>
        </CatchFailure>
      )}
    </QueryErrorResetBoundary>
  )
}

type CatchFailureProps = { children: ReactNode; onRetry: () => void }

/** React catches errors in classes only. */
class CatchFailure extends Component<CatchFailureProps, { error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  retry = () => {
    // A chunk that a newer release replaced will not come back: only a new page knows the new name.
    if (isMissingChunk(this.state.error)) return location.reload()
    this.props.onRetry()
    this.setState({ error: undefined })
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <Failure error={this.state.error} onRetry={this.retry} />
  }
}

function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
  )
}

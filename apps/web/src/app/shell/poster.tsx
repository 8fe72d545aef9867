import { useState } from "react"
import { GrapeMark } from "./grape-mark.tsx"

type PosterProps = { url: string; className?: string; eager?: boolean }

/** Says nothing that the title beside it does not say, so it has no words of its own. */
export function Poster({ url, className = "", eager = false }: PosterProps) {
  const [isMissing, setMissing] = useState(false)
  return (
    <div className={`grid aspect-[3/4] place-items-center overflow-hidden bg-wash ${className}`}>
      {isMissing ? (
        <GrapeMark className="size-1/3 opacity-50" />
      ) : (
        <img
          src={url}
          alt=""
          width={600}
          height={800}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          onError={() => setMissing(true)}
          className="size-full object-cover"
        />
      )}
    </div>
  )
}

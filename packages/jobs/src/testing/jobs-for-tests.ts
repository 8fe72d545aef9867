import { Refused } from "@podo/contract/refusal"

type Wanted =
  | { kind: "double"; bytes: Uint8Array }
  | { kind: "refuse" | "fail" | "hang" | "grow" | "die" }

/** A job that does as it is told. */
export async function job(wanted: Wanted): Promise<Uint8Array> {
  switch (wanted.kind) {
    case "double":
      return Promise.resolve(wanted.bytes.map((byte) => byte * 2))
    case "refuse":
      throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs: 7 })
    case "fail":
      throw new Error("It was told to fail.")
    case "die":
      return process.exit(3)
    case "hang":
      for (;;) Math.sqrt(2)
    case "grow":
      return grow()
  }
}

async function grow(): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  while (kept.length < 10_000) {
    kept.push(new Uint8Array(4_000_000).fill(1))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return new Uint8Array(kept.length)
}

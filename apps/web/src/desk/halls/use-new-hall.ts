import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useLocation } from "wouter"
import { refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { useDeskForm } from "../desk-form.tsx"
import { useKeptState } from "../kept-state.ts"
import { type HallFile, readHallFile, type UnreadHallFile } from "./hall-file.ts"
import { tellHallsChanged } from "./halls-query.ts"
import { freshNewHall, readNewHall } from "./new-hall.ts"

const RELEASE = 1

export type Checking = ReturnType<typeof useCheck>

/** The file is looked at as soon as it is there; what it is called can be typed meanwhile. */
export function useNewHall() {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  const [typing, change, forget] = useKeptState("new-hall", RELEASE, freshNewHall)
  const [file, setFile] = useState<HallFile | UnreadHallFile | null>(null)
  const checking = useCheck()
  const form = useDeskForm({
    read: () => readNewHall(typing, file !== null && "text" in file ? file : null),
    send: (hall) => api.desk.importHall.mutate(hall),
    onDone: async () => {
      forget()
      tell(words.deskHalls.imported(typing.name.trim()))
      navigate("/desk/halls")
      await tellHallsChanged()
    },
  })
  const choose = async (chosen: File) => {
    const read = await readHallFile(chosen)
    setFile(read)
    checking.reset()
    if ("text" in read) checking.mutate(read)
  }
  return { form, typing, change, file, choose: (chosen: File) => void choose(chosen), checking }
}

/** The hall that would come of a file: under a name that is not kept, for nothing is. */
function useCheck() {
  return useMutation({
    mutationFn: ({ text, format }: HallFile) =>
      api.desk.importHall.mutate({
        hallId: freshNewHall().hallId,
        name: "-",
        venue: { name: "-", address: "-" },
        format,
        text,
        dryRun: true,
      }),
  })
}

/** The problems in the lines of a file, if the answer names them. */
export function lineProblemsOf(error: unknown) {
  const refusal = refusalOf(error)
  return refusal?.code === "HALL_NOT_VALID" ? refusal : undefined
}

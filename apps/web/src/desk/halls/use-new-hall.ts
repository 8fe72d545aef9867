import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useLocation } from "wouter"
import { refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { useKeptValues } from "../kept-values.ts"
import { useDeskForm } from "../use-desk-form.ts"
import { type HallFile, readHallFile, type UnreadHallFile } from "./hall-file.ts"
import { tellHallsChanged } from "./halls-query.ts"
import { freshNewHall, judgeNewHall } from "./new-hall.ts"

const RELEASE = 2

export type Checking = ReturnType<typeof useCheck>

/** The file is looked at as soon as it is there; what it is called can be typed meanwhile. */
export function useNewHall() {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  const { values, keep, forget } = useKeptValues("new-hall", RELEASE, freshNewHall)
  const [file, setFile] = useState<HallFile | UnreadHallFile | null>(null)
  const checking = useCheck()
  const form = useDeskForm({
    values,
    keep,
    judge: (typed) => judgeNewHall(typed, file !== null && "text" in file ? file : null),
    send: (hall) => api.desk.importHall.mutate(hall),
    onDone: async () => {
      forget()
      tell(words.deskHalls.imported(form.fields.getValues("name").trim()))
      navigate("/desk/halls")
      await tellHallsChanged()
    },
  })
  const choose = async (chosen: File) => {
    const read = await readHallFile(chosen)
    setFile(read)
    form.fields.clearErrors("text" as never)
    checking.reset()
    if ("text" in read) checking.mutate(read)
  }
  return { form, file, choose: (chosen: File) => void choose(chosen), checking }
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

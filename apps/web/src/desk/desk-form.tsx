import type { ReactNode } from "react"
import { type FieldValues, FormProvider } from "react-hook-form"
import { isAnswerLost, mustSignIn, refusalOf } from "../app/api/refusals.ts"
import { useLanguage } from "../app/language/language.ts"
import { Button } from "../app/shell/button.tsx"
import { useFailureSentence } from "../app/shell/failure.tsx"
import { Notice } from "../app/shell/notice.tsx"
import { wrongsOf } from "./field-problems.ts"
import { type useDeskForm, useWrongs } from "./use-desk-form.ts"

type Form<Values extends FieldValues> = ReturnType<typeof useDeskForm<Values, unknown, unknown>>

type DeskFormProps<Values extends FieldValues> = {
  form: Form<Values>
  submit: string
  busy: string
  look?: "primary" | "outline"
  /** The way out, beside the way on. */
  beside?: ReactNode
  label?: string
  children: ReactNode
}

export function DeskForm<Values extends FieldValues>(props: DeskFormProps<Values>) {
  const { form, submit, busy, look = "primary", beside, label, children } = props
  const { ref, fields, onSubmit, error, isPending } = form
  return (
    <FormProvider {...fields}>
      <form
        ref={ref}
        noValidate
        aria-label={label}
        className="flex min-w-0 flex-col gap-6"
        onSubmit={onSubmit}
      >
        <Elsewhere />
        {children}
        <FormNotice error={error} isPending={isPending} />
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:items-center sm:justify-end">
          {beside}
          <Button
            type="submit"
            size="large"
            look={look}
            isPending={isPending}
            className="sm:min-w-48"
          >
            {isPending ? busy : submit}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}

/** The problems of no field that can be seen. */
function Elsewhere() {
  const { words } = useLanguage()
  const { elsewhere } = useWrongs()
  if (elsewhere.length === 0) return null
  return (
    <div tabIndex={-1} data-elsewhere>
      <Notice tone="error">
        <ul className="flex flex-col gap-1">
          {elsewhere.map((problem) => (
            <li key={problem}>{words.desk.problems[problem]}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

type FormNoticeProps = Pick<Form<FieldValues>, "error" | "isPending">

/** Above the button, where the eyes are after pressing it. */
function FormNotice({ error, isPending }: FormNoticeProps) {
  const { words, formats } = useLanguage()
  const sentence = useFailureSentence()
  const { atFields } = useWrongs()
  if (isPending) return null
  if (refusalOf(error)?.code === "EDITED_MEANWHILE") {
    return <Notice tone="warning">{sentence(error)}</Notice>
  }
  if (atFields > 0) {
    return <Notice tone="error">{words.deskForm.toMend(formats.number(atFields))}</Notice>
  }
  if (error === null || mustSignIn(error) || wrongsOf(error).length > 0) return null
  return (
    <Notice tone="error">
      {isAnswerLost(error) ? words.deskForm.answerLost : sentence(error)}
    </Notice>
  )
}

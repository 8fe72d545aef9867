import type { Me } from "@podo/contract/account"
import { NAME_CHARS_MAX } from "@podo/contract/limits"
import { Pencil } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { AccountForm, useAccountForm } from "./account-form.tsx"
import { Field } from "./field.tsx"
import { keepMe } from "../../app/session/session.ts"

/** The name, and in its place the field to change it. */
export function NameLine({ me }: { me: Me }) {
  const { words } = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) pencil.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  if (isEditing) return <NameForm me={me} onLeave={() => setEditing(false)} />
  return (
    <div className="flex min-h-18 flex-wrap items-center justify-between gap-x-4 py-3">
      <dt className="shrink-0 font-semibold">{words.account.name}</dt>
      <dd className="flex min-w-0 flex-1 basis-28 items-center justify-end gap-1">
        <span className="min-w-0 text-right wrap-anywhere">{me.name}</span>
        <button
          ref={pencil}
          type="button"
          aria-label={words.me.rename}
          onClick={() => setEditing(true)}
          className="-mr-2.5 grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-sunken hover:text-ink"
        >
          <Pencil className="size-4.5" aria-hidden="true" />
        </button>
      </dd>
    </div>
  )
}

function NameForm({ me, onLeave }: { me: Me; onLeave: () => void }) {
  const { words } = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const form = useAccountForm(async (typed) => {
    keepMe(await api.account.update.mutate({ name: typed("name").trim() }))
    tell(words.me.renamed)
    onLeave()
  })
  return (
    <div className="py-4">
      <dt className="sr-only">{words.account.name}</dt>
      <dd>
        <AccountForm form={form} submit={words.me.save} busy={words.me.saving} beside={leave()}>
          <Field
            ref={field}
            label={words.account.name}
            hint={words.account.nameHint}
            problem={words.account.nameMissing}
            name="name"
            autoComplete="name"
            maxLength={NAME_CHARS_MAX}
            pattern=".*\S.*"
            required
            defaultValue={me.name}
            onKeyDown={(pressed) => {
              if (pressed.key === "Escape") onLeave()
            }}
          />
        </AccountForm>
      </dd>
    </div>
  )

  function leave() {
    return (
      <Button look="outline" size="large" onClick={onLeave}>
        {words.me.leaveName}
      </Button>
    )
  }
}

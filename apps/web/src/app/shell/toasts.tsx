import { Toast } from "@base-ui/react/toast"
import { X } from "lucide-react"
import { useLanguage } from "../language/language.ts"

const toasts = Toast.createToastManager()

/** A short sentence at the edge of the page, for things that need no answer. */
export function tell(sentence: string) {
  toasts.add({ title: sentence })
}

export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} timeout={6000} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="pointer-events-none fixed inset-x-4 bottom-28 z-50 mx-auto flex max-w-sm flex-col gap-2 sm:bottom-8">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts: shown } = Toast.useToastManager()
  const { words } = useLanguage()
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="pointer-events-auto flex items-center gap-2 rounded-2xl bg-ink py-1.5 pr-1.5 pl-4 text-sm text-paper shadow-float transition-opacity duration-200 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
    >
      <Toast.Title className="flex-1" />
      <Toast.Close
        aria-label={words.close}
        className="grid size-11 place-items-center rounded-xl opacity-70 hover:opacity-100"
      >
        <X className="size-4" aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ))
}

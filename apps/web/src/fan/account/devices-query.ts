import type { SignedInDevice } from "@podo/contract/account"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { mustSignIn, refusalOf } from "../../app/api/refusals.ts"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { tell } from "../../app/shell/toasts.tsx"

const devicesOptions = () => trpc.account.devices.queryOptions()

export function useDevices(): SignedInDevice[] {
  return useSuspenseQuery(devicesOptions()).data.devices
}

/** Off the list with the press: a device that is signed out already is just what was wanted. */
export function useEndSession(onEnded: () => void) {
  const sentence = useFailureSentence()
  const { queryKey } = devicesOptions()
  return useMutation(
    trpc.account.endSession.mutationOptions({
      onMutate: async ({ sessionId }) => {
        await queryClient.cancelQueries({ queryKey })
        dropDevice(sessionId)
      },
      onSuccess: onEnded,
      onError: (error) => {
        if (refusalOf(error)?.code === "NOT_FOUND") return onEnded()
        if (mustSignIn(error)) return
        return tell(sentence(error))
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  )
}

function dropDevice(sessionId: string) {
  queryClient.setQueryData(devicesOptions().queryKey, (listed) =>
    listed === undefined
      ? undefined
      : { devices: listed.devices.filter((device) => device.sessionId !== sessionId) },
  )
}

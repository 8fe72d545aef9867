import type { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { callbackify } from "node:util"
import PostalMime from "postal-mime"
import { SMTPServer } from "smtp-server"

export type ReceivedMail = { to: string; from: string; subject: string; text: string }

// Senders keep their connections for the next mail.
const CLOSE_WITHIN_MS = 100

/** A real SMTP server that keeps what it is sent. */
export async function openMailbox() {
  const received: ReceivedMail[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    hideSTARTTLS: true,
    closeTimeout: CLOSE_WITHIN_MS,
    onData: (stream, _session, done) => {
      callbackify(keep)(stream, done)
    },
  })

  async function keep(stream: Readable) {
    const raw = await buffer(stream)
    const { to, from, subject, text } = await PostalMime.parse(raw)
    received.push({
      to: to?.[0]?.address ?? "",
      from: from?.address ?? "",
      subject: subject ?? "",
      text: text ?? "",
    })
    for (const look of waiting) look()
  }

  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once("error", reject)
  const listening = server.listen(0, "127.0.0.1", resolve)
  await promise
  const address = listening.address()
  if (address === null || typeof address === "string") throw new Error("The mailbox has no port.")

  const mailsTo = (to: string) => received.filter((mail) => mail.to === to)

  /** The mails to somebody, once there are so many. Fails after a few seconds. */
  async function awaitMails(to: string, count = 1): Promise<ReceivedMail[]> {
    const arrived = Promise.withResolvers<void>()
    const look = () => mailsTo(to).length >= count && arrived.resolve()
    const tooLate = setTimeout(
      () => arrived.reject(new Error(`${mailsTo(to).length} of ${count} mails came to ${to}.`)),
      MAIL_WITHIN_MS,
    )
    waiting.add(look)
    look()
    await arrived.promise.finally(() => {
      clearTimeout(tooLate)
      waiting.delete(look)
    })
    return mailsTo(to)
  }

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    mailsTo,
    awaitMails,
    /** The code in the latest of the mails to somebody, once there are so many. */
    awaitCode: async (to: string, count = 1): Promise<string> => {
      const mails = await awaitMails(to, count)
      const code = /\b\d{6}\b/.exec(mails.at(-1)?.text ?? "")?.[0]
      if (!code) throw new Error(`No code in the mail to ${to}.`)
      return code
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

const MAIL_WITHIN_MS = 5_000

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>

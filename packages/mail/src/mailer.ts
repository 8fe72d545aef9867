import { createTransport } from "nodemailer"

export type Mail = { to: string; subject: string; text: string }

/** Where mail goes. Sending never holds up an answer: what fails in the end is told to `onDefect`. */
export type Mailer = {
  /** A mail, or one that is being written; null when there is none to send after all. */
  post: (mail: Mail | Promise<Mail | null>) => void
  /** Resolves once nothing is on its way any more. */
  idle: () => Promise<void>
}

export type SmtpSettings = {
  /** smtp://user:password@host:587, or smtps:// where TLS comes first. */
  url: string
  /** The sender that people see, such as "Podo <tickets@example.com>". */
  from: string
}

type OnDefect = (error: unknown, doing: string) => void
type Deliver = (mail: Mail) => Promise<void>

const SMTP_WAIT_MS = 10_000
const CONNECTIONS_MAX = 5
const MAILS_ON_THE_WAY_MAX = 10_000
const PAUSES_MS = [1_000, 5_000, 20_000]

/** Mail over SMTP: tried a few times, then given up, for a code that comes too late helps nobody. */
export function mailBySmtp({ url, from }: SmtpSettings, onDefect: OnDefect): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: SMTP_WAIT_MS,
    greetingTimeout: SMTP_WAIT_MS,
    socketTimeout: SMTP_WAIT_MS,
  })
  return mailerOf(async (mail) => {
    await persistently(async () => {
      await transport.sendMail({ from, ...mail })
    })
  }, onDefect)
}

async function persistently(attempt: () => Promise<void>) {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await attempt()
    } catch (error) {
      if (isForGood(error)) throw error
      await Bun.sleep(pauseMs)
    }
  }
  return attempt()
}

/** A 5xx answer: this mail will not be taken tomorrow either. */
function isForGood(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: number }
  return responseCode !== undefined && responseCode >= 500
}

const MAILS_KEPT = 50

/** For development: prints each mail and keeps the last ones for the page at /dev/mail. */
export function mailForDevelopment(print: (text: string) => void = console.log) {
  const kept: (Mail & { sentAt: Date })[] = []
  const mailer = mailerOf(
    async (mail) => {
      kept.unshift({ ...mail, sentAt: new Date() })
      kept.splice(MAILS_KEPT)
      print(`\n${boxed([`Mail to ${mail.to}`, mail.subject])}\n${mail.text}\n`)
    },
    (error) => {
      throw error
    },
  )
  return { ...mailer, kept }
}

/** Lines in a frame: a code among the lines of a log must be found at once. */
function boxed(lines: string[]): string {
  const width = Math.max(...lines.map((line) => Bun.stringWidth(line)))
  const edge = "═".repeat(width + 2)
  const rows = lines.map((line) => `║ ${line}${" ".repeat(width - Bun.stringWidth(line))} ║`)
  return [`╔${edge}╗`, ...rows, `╚${edge}╝`].join("\n")
}

export type DevelopmentMail = ReturnType<typeof mailForDevelopment>

function mailerOf(deliver: Deliver, onDefect: OnDefect): Mailer {
  const onTheWay = new Set<Promise<void>>()
  return {
    post: (mail) => {
      if (onTheWay.size >= MAILS_ON_THE_WAY_MAX) {
        return onDefect(new Error(`${onTheWay.size} mails are on their way.`), "sending mail")
      }
      const sending = Promise.resolve(mail)
        .then((written) => (written ? deliver(written) : undefined))
        // The recipient does not belong into a log.
        .catch((error: unknown) => onDefect(withoutAddress(error), "sending mail"))
        .finally(() => onTheWay.delete(sending))
      onTheWay.add(sending)
    },
    idle: async () => {
      await Promise.all(onTheWay)
    },
  }
}

/** SMTP servers like to repeat the recipient in what they say. */
function withoutAddress(error: unknown): Error {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return new Error(`The SMTP server failed: ${code ?? "unknown"} ${responseCode ?? ""}`.trim())
}

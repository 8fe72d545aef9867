import { afterAll, describe, expect, test } from "bun:test"
import type { CodeSent, Me } from "@podo/contract/account"
import { CodeId } from "@podo/contract/ids"
import { CODES_PER_EMAIL } from "@podo/contract/limits"
import type { Hold } from "@podo/contract/seating"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { isSignedIn, openPost, openTestApi, signUp, type Visitor } from "../testing/api.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const api = openTestApi(stores, { mailer })

async function openMember() {
  const visitor = api.openVisitor()
  const person = await signUp(visitor, mailbox)
  const { userId } = (await visitor.query("account.me")).data as Me
  return { visitor, person, userId }
}

async function askForCode(visitor: Visitor, email: string) {
  const { codeId } = (await visitor.mutate("account.requestDeletion")).data as CodeSent
  return { codeId, code: await mailbox.awaitCode(email, 2) }
}

const leftOver = {
  purpose: "sign-up" as const,
  userId: null,
  codeHash: "0".repeat(64),
  name: "Somebody",
  password: "a hash",
  language: "ko" as const,
  expiresAt: new Date(),
}

/** Every column of every table that could name somebody. */
async function tracesOf(words: string[]) {
  const { db } = stores
  const rows = await Promise.all([
    db.selectFrom("user").selectAll().execute(),
    db.selectFrom("session").selectAll().execute(),
    db.selectFrom("account").selectAll().execute(),
    db.selectFrom("emailCode").selectAll().execute(),
    db.selectFrom("verification").selectAll().execute(),
    db.selectFrom("outbox").selectAll().execute(),
    db.selectFrom("booking").selectAll().execute(),
  ])
  const text = JSON.stringify(rows)
  return words.filter((word) => text.includes(word))
}

describe("deleting an account", () => {
  test("erases the person, and leaves their booking as nobody's", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { visitor, person, userId } = await openMember()
    // Begun before there was an account, and never finished.
    const begun = { ...leftOver, id: CodeId.parse(Bun.randomUUIDv7()), email: person.email }
    await stores.db.insertInto("emailCode").values(begun).execute()
    const other = api.openVisitor()
    await other.mutate("account.signIn", person)
    expect((await other.query("account.me")).data).toMatchObject({ userId })
    const hold = (await visitor.mutate("seating.claim", { performanceId, places: [1] }))
      .data as Hold
    const bookingId = Bun.randomUUIDv7()
    await visitor.mutate("booking.confirm", { bookingId, performanceId, holdId: hold.holdId })
    expect(await tracesOf([person.email])).toEqual([person.email])

    const deleted = await visitor.mutate("account.delete", await askForCode(visitor, person.email))
    expect(deleted.status).toBe(200)
    expect(await tracesOf([person.email])).toEqual([])
    for (const device of [visitor, other]) {
      expect((await device.query("account.me")).data).toBeNull()
      const claim = await device.mutate("seating.claim", { performanceId, places: [2] })
      expect(claim.refusal).toEqual({ code: "SIGN_IN_REQUIRED" })
    }
    const gone = await api.openVisitor().mutate("account.signIn", person)
    expect(gone.refusal).toEqual({ code: "WRONG_CREDENTIALS" })
    const booking = await stores.db
      .selectFrom("booking")
      .where("userId", "=", userId)
      .selectAll()
      .execute()
    expect(booking).toMatchObject([{ status: "confirmed" }])
    expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
    const mails = await mailbox.awaitMails(person.email, 3)
    expect(mails[2]?.subject).toBe("Your Podo account is deleted")
  })

  test("lets the same e-mail begin anew, as somebody else", async () => {
    const { visitor, person, userId } = await openMember()
    await visitor.mutate("account.delete", await askForCode(visitor, person.email))
    const again = api.openVisitor()
    const { codeId } = (await again.mutate("account.signUp", person)).data as CodeSent
    const code = await mailbox.awaitCode(person.email, 4)
    await again.mutate("account.confirmSignUp", { codeId, code })
    const me = (await again.query("account.me")).data as Me
    expect(me.email).toBe(person.email)
    expect(me.userId).not.toBe(userId)
  })

  test("needs the person's own code", async () => {
    const [mine, theirs] = [await openMember(), await openMember()]
    const code = await askForCode(theirs.visitor, theirs.person.email)
    const answer = await mine.visitor.mutate("account.delete", code)
    expect(answer.refusal).toEqual({ code: "CODE_EXPIRED" })
    for (const { visitor } of [mine, theirs]) {
      expect((await visitor.query("account.me")).data).not.toBeNull()
    }
    expect((await theirs.visitor.mutate("account.delete", code)).status).toBe(200)
  })

  test("waits until somebody else answers for the organizer's events", async () => {
    const { eventId } = await mintPerformance(stores)
    const { visitor, person, userId } = await openMember()
    const other = api.openVisitor()
    await other.mutate("account.signIn", person)
    const code = await askForCode(visitor, person.email)
    await stores.db
      .updateTable("event")
      .set({ organizerId: userId })
      .where("id", "=", eventId)
      .execute()
    for (const asked of ["account.delete", "account.requestDeletion"]) {
      const answer = await visitor.mutate(asked, code)
      expect([answer.status, answer.refusal]).toEqual([409, { code: "HAS_EVENTS", events: 1 }])
    }
    expect(await tracesOf([person.email])).toEqual([person.email])
    // A refusal leaves everything as it was: also who is signed in.
    expect([await isSignedIn(visitor), await isSignedIn(other)]).toEqual([true, true])
  })

  test("is not stopped by strangers who ask for all the codes that an e-mail can have", async () => {
    const { visitor, person } = await openMember()
    const { email } = person
    for (let n = 0; n < CODES_PER_EMAIL; n++) {
      await api.openVisitor().mutate("account.requestPassword", { email, language: "en" })
    }
    expect((await visitor.mutate("account.requestDeletion")).status).toBe(200)
  })

  test("while others ask for codes to the same e-mail is no defect", async () => {
    const { visitor, person } = await openMember()
    const { email } = person
    const code = await askForCode(visitor, email)
    const answers = await Promise.all([
      visitor.mutate("account.delete", code),
      api.openVisitor().mutate("account.signUp", person),
      api.openVisitor().mutate("account.signUp", person),
      api.openVisitor().mutate("account.requestPassword", { email, language: "en" }),
      visitor.mutate("account.requestDeletion"),
    ])
    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect(answers.slice(0, 4).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(api.defects).toEqual([])
  })

  test("leaves nobody booking for a person who is gone, not even on a process that knew them", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { visitor, person, userId } = await openMember()
    const elsewhere = openTestApi(await openTestStores(), { mailer }).openVisitor()
    for (const [name, value] of visitor.cookies) elsewhere.cookies.set(name, value)
    const claim = await elsewhere.mutate("seating.claim", { performanceId, places: [1] })
    const { holdId } = claim.data as Hold
    await visitor.mutate("account.delete", await askForCode(visitor, person.email))
    const confirm = { bookingId: Bun.randomUUIDv7(), performanceId, holdId }
    const answer = await elsewhere.mutate("booking.confirm", confirm)
    expect(answer.refusal).toEqual({ code: "SIGN_IN_REQUIRED" })
    const booked = stores.db.selectFrom("booking").where("userId", "=", userId)
    expect(await booked.select("id").execute()).toEqual([])
  })

  test("twice at once happens once, and leaves nobody signed in who enters meanwhile", async () => {
    const { visitor, person } = await openMember()
    const code = await askForCode(visitor, person.email)
    const entering = Array.from({ length: 5 }, () => api.openVisitor())
    const [signIns, deletions] = await Promise.all([
      Promise.all(entering.map(async (one) => one.mutate("account.signIn", person))),
      Promise.all([1, 2, 3].map(async () => visitor.mutate("account.delete", code))),
    ])
    expect(deletions.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status } of [...signIns, ...deletions]) expect(status).toBeLessThan(500)
    for (const one of entering) expect((await one.query("account.me")).data).toBeNull()
    expect(await tracesOf([person.email])).toEqual([])
    expect(api.defects).toEqual([])
  }, 20_000)
})

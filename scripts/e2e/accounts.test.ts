import { afterAll, describe, expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import {
  anotherCode,
  button,
  DESKTOP,
  field,
  link,
  openBrowser,
  PHONE,
  seriousProblems,
} from "./browser.ts"
import { readAsList } from "./choosing.ts"

const stores = await openTestStores()
const { defects, mailbox, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 90_000

const journeys = {
  ko: {
    device: { locale: "ko-KR", viewport: PHONE },
    email: "이메일",
    password: "비밀번호",
    newPassword: "새 비밀번호",
    name: "이름",
    code: "숫자 6자리 코드",
    signInToHold: "로그인하고 자리 잡기",
    list: "목록",
    hold: "이 자리 잡기",
    signUp: "회원가입",
    signIn: "로그인",
    signOut: "로그아웃",
    sendCode: "코드 받기",
    codeWrong: /4번 더 입력할 수 있어요/,
    keptSelection: "고른 자리는 그대로 두었어요.",
    menu: /님의 메뉴$/,
    myAccount: "내 계정",
    forgot: "비밀번호를 잊었나요?",
    setPassword: "비밀번호 바꾸기",
    passwordSet: /다른 기기에서는 모두 로그아웃했어요/,
    rename: "이름 바꾸기",
    save: "저장",
    otherLanguage: "English",
    otherTitle: "My account",
    language: "한국어",
    thisDevice: "이 기기",
    endOther: "Firefox, Windows에서 로그아웃",
    delete: "계정 삭제",
    sendDeletionCode: "삭제 코드 받기",
    deleteForGood: "계정 삭제하기",
    deleted: /계정을 삭제했어요/,
    wrongCredentials: "이메일이나 비밀번호가 맞지 않아요.",
  },
  en: {
    device: { locale: "en-GB", viewport: DESKTOP },
    email: "E-mail",
    password: "Password",
    newPassword: "New password",
    name: "Name",
    code: "6-digit code",
    signInToHold: "Sign in to hold",
    list: "List",
    hold: "Hold these places",
    signUp: "Sign up",
    signIn: "Sign in",
    signOut: "Sign out",
    sendCode: "Send me a code",
    codeWrong: /4 tries left/,
    keptSelection: "Your selection is kept.",
    menu: /’s menu$/,
    myAccount: "My account",
    forgot: "Forgot your password?",
    setPassword: "Change password",
    passwordSet: /All other devices are signed out/,
    rename: "Change name",
    save: "Save",
    otherLanguage: "한국어",
    otherTitle: "내 계정",
    language: "English",
    thisDevice: "This device",
    endOther: "Sign out of Firefox, Windows",
    delete: "Delete account",
    sendDeletionCode: "Send deletion code",
    deleteForGood: "Delete account",
    deleted: /Your account is deleted/,
    wrongCredentials: "The e-mail or the password is wrong.",
  },
}

type Say = (typeof journeys)["en"]

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
const OLD_PASSWORD = "correct horse battery"
const NEW_PASSWORD = "staple of a new make"

async function openMenu(page: Page, say: Say, choice: string) {
  await page.getByRole("button", { name: say.menu }).click()
  await page.getByRole("menuitem", { name: choice, exact: true }).click()
}

async function signUpFromTheSeats(page: Page, say: Say, email: string) {
  await readAsList(page, say.list)
  await page.locator("button[data-place]").nth(2).click()
  await button(page, say.signInToHold).click()
  await link(page, say.signUp).click()
  await page.getByText(say.keptSelection).waitFor()
  await field(page, say.name).fill("Ada")
  await field(page, say.email).fill(email)
  await field(page, say.password).fill(OLD_PASSWORD)
  await field(page, say.password).press("Enter")

  const code = await mailbox.awaitCode(email)
  await field(page, say.code).waitFor()
  await page.reload()
  await page.getByText(email).waitFor()
  await field(page, say.code).pressSequentially(anotherCode(code))
  await page.getByRole("alert").filter({ hasText: say.codeWrong }).waitFor()
  expect(await seriousProblems(page)).toEqual([])
  // The wrong digits are marked: what is typed next takes their place.
  await page.keyboard.type(code)
  await page.waitForURL(/performances/)
  await button(page, say.hold).waitFor()
  expect(await button(page, say.hold).isEnabled()).toBe(true)
}

async function chooseNewPassword(page: Page, say: Say, email: string) {
  await openMenu(page, say, say.signOut)
  await page.waitForURL(/\/$/)
  await page.getByRole("banner").getByRole("link", { name: say.signIn, exact: true }).click()
  await field(page, say.email).fill(email)
  await link(page, say.forgot).click()
  await page.waitForURL(/password/)
  await page.getByRole("heading", { level: 1 }).waitFor()
  expect(await field(page, say.email).inputValue()).toBe(email)
  await button(page, say.sendCode).click()
  await field(page, say.code).fill(await mailbox.awaitCode(email, 2))
  await field(page, say.newPassword).fill(NEW_PASSWORD)
  expect(await seriousProblems(page)).toEqual([])
  await button(page, say.setPassword).click()
  await page.getByText(say.passwordSet).first().waitFor()
}

async function signInWith(page: Page, say: Say, email: string, password: string) {
  await field(page, say.email).fill(email)
  await field(page, say.password).fill(password)
  await field(page, say.password).press("Enter")
}

/** A phone on which everything is twice as large. */
const ZOOMED = { width: 195, height: 422 }

async function expectNoScrollSideways(page: Page, viewport: typeof ZOOMED) {
  await page.setViewportSize(ZOOMED)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(ZOOMED.width)
  await page.setViewportSize(viewport)
}

async function lookAfterTheAccount(page: Page, say: Say) {
  await openMenu(page, say, say.myAccount)
  await page.getByText(say.thisDevice).waitFor()
  await expectNoScrollSideways(page, say.device.viewport)
  expect(await seriousProblems(page)).toEqual([])
  await button(page, say.rename).click()
  await field(page, say.name).fill("Grace")
  await field(page, say.name).press("Enter")
  await button(page, say.rename).waitFor()
  await page.getByRole("button", { name: /^Grace/ }).waitFor()
  // Each choice has reached the account before the next: what is loaded anew too soon is not chosen.
  await chooseLanguage(page, say.otherLanguage)
  await page.getByRole("heading", { level: 1, name: say.otherTitle }).waitFor()
  await chooseLanguage(page, say.language)
  await page.getByRole("heading", { level: 1, name: say.myAccount }).waitFor()
}

async function chooseLanguage(page: Page, name: string) {
  const kept = page.waitForResponse(/account\.update/)
  await page.getByRole("radio", { name }).click()
  await (await kept).finished()
}

async function endTheOtherDevice(page: Page, other: Page, say: Say) {
  await page.reload()
  await button(page, say.endOther).click()
  await button(page, say.endOther).waitFor({ state: "detached" })
  await page.getByText(say.thisDevice).waitFor()
  await other.reload()
  await other.waitForURL(/sign-in\?next=%2Faccount/)
}

async function deleteTheAccount(page: Page, say: Say, email: string) {
  await button(page, say.delete).click()
  await button(page, say.sendDeletionCode).click()
  // After those for signing up and for the password, and the word that it has changed.
  await field(page, say.code).fill(await mailbox.awaitCode(email, 4))
  expect(await seriousProblems(page)).toEqual([])
  await button(page, say.deleteForGood).click()
  await page.getByText(say.deleted).first().waitFor()
  await page.waitForURL(/\/$/)
}

describe("an account, from the first code to the last", () => {
  for (const [language, say] of Object.entries(journeys)) {
    test(
      language,
      async () => {
        const minted = await mintPerformance(stores, { capacity: 40 })
        const email = `${minted.eventId}@example.com`
        const page = await openPage(say.device)
        await page.goto(`/events/${minted.eventId}/performances/${minted.performanceId}`)
        await signUpFromTheSeats(page, say, email)
        await chooseNewPassword(page, say, email)

        const other = await openPage({ ...say.device, userAgent: FIREFOX })
        await other.goto("/account")
        await signInWith(other, say, email, OLD_PASSWORD)
        await other.getByText(say.wrongCredentials).waitFor()
        await signInWith(other, say, email, NEW_PASSWORD)
        await other.getByText(say.thisDevice).waitFor()

        await lookAfterTheAccount(page, say)
        await endTheOtherDevice(page, other, say)
        await deleteTheAccount(page, say, email)
        await signInWith(other, say, email, NEW_PASSWORD)
        await other.getByText(say.wrongCredentials).waitFor()
        expect(defects).toEqual([])
        await Promise.all([page.context().close(), other.context().close()])
      },
      TIMEOUT_MS,
    )
  }
})

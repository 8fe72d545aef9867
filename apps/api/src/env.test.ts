import { describe, expect, test } from "bun:test"
import { readSettings } from "./env.ts"

const STORES = { DATABASE_URL: "mysql://127.0.0.1", REDIS_URL: "redis://127.0.0.1" }
const SECRET = "0123456789abcdef0123456789abcdef"
const MAIL = { SMTP_URL: "smtp://user:hunter2@mail.example.com:587", MAIL_FROM: "a@example.com" }

const read = (environment: Record<string, string>) => readSettings({ ...STORES, ...environment })

describe("the settings of the api", () => {
  test("have defaults that only this machine can reach", () => {
    expect(read({})).toMatchObject({
      port: 3000,
      publicUrl: "http://localhost:3000",
      smtp: undefined,
      trustedProxies: [],
      allowedOrigins: [],
      internalPort: 3001,
      internalHost: "127.0.0.1",
    })
  })

  test("say where mail goes, who stands in front, and who may call", () => {
    const settings = read({
      ...MAIL,
      PORT: "8080",
      TRUSTED_PROXIES: "10.0.0.0/8, 192.0.2.7,fd00::/8,",
      ALLOWED_ORIGINS: "https://www.example.com,http://localhost:5173",
      INTERNAL_PORT: "9090",
      INTERNAL_HOST: "0.0.0.0",
    })
    expect(settings).toMatchObject({
      smtp: { url: MAIL.SMTP_URL, from: MAIL.MAIL_FROM },
      trustedProxies: ["10.0.0.0/8", "192.0.2.7", "fd00::/8"],
      allowedOrigins: ["https://www.example.com", "http://localhost:5173"],
      internalPort: 9090,
      internalHost: "0.0.0.0",
    })
    expect(read({ TRUSTED_PROXIES: "", ALLOWED_ORIGINS: "" })).toMatchObject({
      trustedProxies: [],
      allowedOrigins: [],
    })
  })

  const wrong: [string, Record<string, string>, RegExp][] = [
    [
      "TRUSTED_PROXIES",
      { TRUSTED_PROXIES: "10.0.0.0/33" },
      /is "10\.0\.0\.0\/33"\. .*10\.0\.0\.0\/8/,
    ],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.1,proxy" }, /is "10\.0\.0\.1,proxy"/],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "*" }, /is "\*"\. .*https:\/\/www\.example\.com/],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "https://a.example/" }, /is "https:\/\/a\.example\/"/],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "null" }, /is "null"/],
    ["INTERNAL_PORT", { INTERNAL_PORT: "70000" }, /is "70000"\. .*1 to 65535/],
    ["INTERNAL_PORT", { INTERNAL_PORT: "3000" }, /is "3000"\. .*not PORT/],
    ["INTERNAL_PORT", { PORT: "65535" }, /is not set\. .*not PORT/],
    ["INTERNAL_HOST", { INTERNAL_HOST: "not a host" }, /is "not a host"\. .*127\.0\.0\.1/],
    ["SMTP_URL", { SMTP_URL: "http://user:hunter2@mail.example.com" }, /\*\*\*@mail.*smtp:\/\//],
    ["MAIL_FROM", { SMTP_URL: MAIL.SMTP_URL }, /is not set, .*tickets@example\.com/],
    ["MAIL_FROM", { ...MAIL, MAIL_FROM: "Podo" }, /is "Podo"/],
  ]
  for (const [name, environment, sentence] of wrong) {
    test(`name what is wrong in one sentence: ${JSON.stringify(environment)}`, () => {
      expect(() => read(environment)).toThrow(new RegExp(`^${name} .*`))
      expect(() => read(environment)).toThrow(sentence)
      expect(() => read(environment)).not.toThrow(/hunter2/)
    })
  }

  test("must name both as soon as others can come, whatever the mode is called", () => {
    const staging = { NODE_ENV: "staging", PUBLIC_URL: "https://tickets.example.com" }
    expect(() => read(staging)).toThrow(/^AUTH_SECRET is not set, though PUBLIC_URL is https:/)
    expect(() => read({ ...staging, AUTH_SECRET: SECRET })).toThrow(/^SMTP_URL is not set/)
    expect(read({ ...staging, ...MAIL, AUTH_SECRET: SECRET }).secret).toBe(SECRET)
  })

  test("must name a secret and an SMTP server in production", () => {
    const production = { NODE_ENV: "production", AUTH_SECRET: SECRET }
    expect(() => read({ NODE_ENV: "production", ...MAIL })).toThrow(/^AUTH_SECRET is not set/)
    expect(() => read(production)).toThrow(
      /^SMTP_URL is not set, though NODE_ENV is production\. Set it to .*smtp:\/\//,
    )
    expect(read({ ...production, ...MAIL }).smtp?.from).toBe(MAIL.MAIL_FROM)
  })
})

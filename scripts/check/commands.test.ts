import { describe, expect, test } from "bun:test"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../run/env.ts"
import { program } from "../operate/program.ts"

const commands = program.commands.map((command) => ({ name: command.name(), command }))

async function podo(...args: string[]) {
  const child = Bun.spawn([process.execPath, join(ROOT, "scripts/operate/podo.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  const [out, errors] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => new Response(stream).text()),
  )
  return { code: await child.exited, out, errors }
}

describe("./scripts/podo", () => {
  test("lists every command without arguments", async () => {
    const { code, out, errors } = await podo()
    expect(code).toBe(0)
    for (const { name } of commands) {
      expect(`${out}${errors}`).toMatch(new RegExp(`^  ${name} `, "m"))
    }
  })

  test.each(commands)("$name --help says what it does and explains each flag", ({ command }) => {
    const help = command.helpInformation()
    expect(help).toStartWith(`Usage: ./scripts/podo ${command.name()}`)
    expect(command.description()).not.toBe("")
    for (const { flags, description } of command.options) {
      expect(help).toContain(flags)
      expect(description).not.toBe("")
    }
  })

  test("--help of a command ends well", async () => {
    const { code, out } = await podo("mint-sessions", "--help")
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining("--users <count>"),
    })
  })

  test("suggests the right command for a mistyped one", async () => {
    const { code, errors } = await podo("grant-rol")
    expect({ code, errors }).toEqual({
      code: 2,
      errors: "error: unknown command 'grant-rol'\n(Did you mean grant-role?)\n",
    })
  })

  test("suggests the right flag for a mistyped one", async () => {
    const { code, errors } = await podo("mint-sessions", "--user", "3")
    expect({ code, errors }).toEqual({
      code: 2,
      errors: "error: unknown option '--user'\n(Did you mean --users?)\n",
    })
  })

  test("names the flag, the value and what it must be", async () => {
    const { code, errors } = await podo("mint-sessions", "--users", "0")
    expect({ code, errors }).toEqual({
      code: 2,
      errors:
        "error: option '--users <count>' argument '0' is invalid. It must be a whole number from 1 to 1000000.\n",
    })
  })
})

test("only four executables and no other program stand at the top of scripts/", () => {
  const files = readdirSync(join(ROOT, "scripts"), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  expect(files.toSorted()).toEqual(
    [
      "README.md",
      "bootstrap.sh",
      "package.json",
      "podo",
      "start",
      "test",
      "tsconfig.json",
    ].toSorted(),
  )
})

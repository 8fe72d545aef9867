import { databaseOf, runOn } from "./stores-given.ts"

// Reads the address of a test's database, and drops that database when stdin closes: whoever made it is then gone.
const url = await Bun.stdin.text()
const name = databaseOf(url)
if (/^podo_test_\w+$/.test(name)) await runOn(url, `DROP DATABASE IF EXISTS ${name}`)

import { isRoot, searchPath } from "./env.ts"

// Debian starts a server right after unpacking it, unless this file says no. Ours run privately instead.
const INSTALL = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' >"$policy" && chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update && apt-get install -y --no-install-recommends "$@"
`

export function installCommand(packages: string[]) {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`
}

/** Installs packages of the distribution where this user may, saying so first. False where they may not, or it failed. */
export async function installPackages(packages: string[], reason: string) {
  const prefix = rootPrefix()
  if (!prefix || !Bun.which("apt-get", { PATH: searchPath() })) return false
  console.log(`${reason} Installing from the distribution: ${packages.join(" ")}`)
  const child = Bun.spawn([...prefix, "bash", "-c", INSTALL, "install", ...packages], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  const [code, output, errors] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  if (code !== 0) console.error(`${output}${errors}`.trimEnd().split("\n").slice(-10).join("\n"))
  return code === 0
}

/** The words before a command that needs root, if this user may run one without typing a password. */
function rootPrefix() {
  if (isRoot()) return []
  if (!Bun.which("sudo")) return undefined
  return Bun.spawnSync(["sudo", "-n", "true"]).success ? ["sudo", "-n"] : undefined
}

# Sourced by the commands of this folder: goes to the project, and sees to Bun and the packages.

BUN_WANTED=1.4.4

data=${PODO_DATA:-.podo}
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
if [ -n "${PODO_DATA:-}" ] && [ "${PODO_DATA#/}" = "$PODO_DATA" ]; then data=$OLDPWD/$PODO_DATA; fi
case $data in /*) ;; *) data=$PWD/$data ;; esac
export PODO_DATA=$data

bun_is_recent() {
  local found
  found=$("$1" --version 2>/dev/null) || return 1
  [ "$(printf '%s\n' "$BUN_WANTED" "$found" | sort -V | head -n 1)" = "$BUN_WANTED" ]
}

install_bun() {
  if ! mkdir -p -m 700 "$PODO_DATA" 2>/dev/null || [ ! -w "$PODO_DATA" ]; then
    echo "PODO_DATA is $PODO_DATA, where this user may not write: set it to a folder where they may." >&2
    exit 1
  fi
  echo "Installing Bun $BUN_WANTED into $PODO_DATA/tools."
  npm install --global --prefix "$PODO_DATA/tools" --allow-scripts=bun --loglevel=error \
    --no-audit --no-fund --no-update-notifier "bun@$BUN_WANTED"
}

find_bun() {
  if bun_is_recent bun; then return; fi
  export PATH="$PODO_DATA/tools/bin:$PATH"
  if bun_is_recent bun; then return; fi
  if ! command -v npm >/dev/null; then
    echo "Podo needs Bun $BUN_WANTED or newer, or npm to install it: install either, then run this again (as root: apt-get update && apt-get install -y --no-install-recommends npm)." >&2
    exit 1
  fi
  if ! install_bun || ! bun_is_recent bun; then
    echo "Bun could not be installed. Try: npm install --global --allow-scripts=bun bun@$BUN_WANTED" >&2
    exit 1
  fi
}

# Bun itself needs only milliseconds to see that nothing is missing.
install_packages() {
  local log
  if [ ! -d node_modules ]; then echo "Installing the packages of bun.lock into node_modules."; fi
  if log=$(bun install --frozen-lockfile 2>&1); then return; fi
  echo "$log" >&2
  echo "The packages could not be installed: mend what is said above, then try \`bun install --frozen-lockfile\`." >&2
  exit 1
}

find_bun
install_packages

#!/bin/sh
# Runs a server for as long as whoever started it lives. The other end of stdin is the sign of life: when it closes, for
# whatever reason (kill -9 too), the server is sent the signal.
#
# usage: keep-server.sh <signal> <command> [argument…]
signal=$1
shift

exec 3<&0
"$@" </dev/null 3<&- &
server=$!
trap 'kill -s "$signal" "$server" 2>/dev/null' TERM INT HUP
{ read -r _ <&3; kill -s "$signal" "$server"; } 2>/dev/null &
watcher=$!
exec 3<&-

# A signal ends the wait early, so it is asked again until the server is really gone.
while kill -0 "$server" 2>/dev/null; do
  wait "$server"
  status=$?
done
kill "$watcher" 2>/dev/null
exit "$status"

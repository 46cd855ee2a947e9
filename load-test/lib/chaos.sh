# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# A door and a sale while services are killed and restarted; sourced by run.sh.

readonly chaos_services=(identity event attendance ticketing gateway)

chaos() {
  local asking name
  say '' "## A door and a sale at Gateway for $chaos_seconds s, while services die and are restarted" ''
  mkdir -p "$work/chaos"
  for name in "${chaos_services[@]}"; do start_alone "$name"; done
  for name in "${chaos_services[@]}"; do until_ready "$name"; done
  log_in
  open_sale 10000000
  ask_all 10 >"$work/chaos/warm-up.csv"
  : >"$work/chaos/events.csv"
  : >"$work/chaos/memory.csv"
  ask_all "$chaos_seconds" >"$work/chaos/seen.csv" &
  asking=$!
  weigh &
  started+=("$asking" "$!")
  disturb
  wait "$asking"
  say_chaos
  stop_all
}

ask_all() { # seconds
  TOKEN=$token RUN=$run_id-$1 "$java" "${generator_java_opts[@]}" -cp "$target/classes:$target/lib/*" \
    id.tixgo.loadtest.Chaos "$gateway" "$1" "${sale%/*}" "${sale#*/}"
}

port_of() { # service
  local name=${1}_port
  echo "${!name}"
}

start_alone() { # service
  (
    cd "$work/chaos" || exit
    exec env -i PATH="$PATH" HOME="${HOME:-/}" LANG=C.UTF-8 ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} \
      JWT_SECRET="$jwt_secret" ADMIN_USERNAME=admin ADMIN_PASSWORD="$admin_password" \
      IDENTITY_PORT="$identity_port" ATTENDANCE_PORT="$attendance_port" EVENT_PORT="$event_port" \
      PORTAL_PORT="$portal_port" TICKETING_PORT="$ticketing_port" PAYMENT_PORT="$payment_port" \
      GATEWAY_PORT="$gateway_port" BIND_HOST=127.0.0.1 INTERNAL_HOST=127.0.0.1 MANAGEMENT_PORT=off \
      DATA_DIR="$work/chaos/data" RATE_LIMITS=off RESTART_WAIT_MS=8000 "$tixgo" "$1"
  ) >>"$work/chaos/$1.log" 2>&1 &
  echo $! >"$work/chaos/$1.pid"
  started+=("$!")
  disown # Or each that is killed is told of.
}

until_ready() { # service
  until_answered "http://127.0.0.1:$(port_of "$1")/health/ready" "$(cat "$work/chaos/$1.pid")" "$work/chaos/$1.log" 200
}

# One after the other, each when it is due and the one before is ready again.
disturb() {
  local begin=$SECONDS turn=0 turns=(
    'kill attendance' 'stop event' 'kill ticketing' 'stop attendance' 'kill identity' 'stop ticketing'
    'kill event' 'stop identity' 'kill gateway' 'stop gateway')
  local every=$((chaos_seconds / ${#turns[@]}))
  ((every <= 30)) || every=30
  while ((SECONDS - begin < chaos_seconds - 10)); do
    if ((SECONDS - begin >= every / 2 + turn * every)); then
      # shellcheck disable=SC2086 # Two words.
      disturb_one "$((SECONDS - begin))" ${turns[turn % ${#turns[@]}]}
      turn=$((turn + 1))
    fi
    sleep 0.2
  done
}

# A line a second.
weigh() {
  local begin=$SECONDS
  while ((SECONDS - begin < chaos_seconds)); do
    echo "$((SECONDS - begin)),$(resident_of_all)" >>"$work/chaos/memory.csv"
    sleep 1
  done
}

# As Docker starts what has died, and as an update stops it.
disturb_one() { # second kill|stop service
  local process signal=TERM begin
  [[ $2 == stop ]] || signal=KILL
  begin=$(now_ms)
  process=$(jvm_of "$(cat "$work/chaos/$3.pid")") || return 0
  kill -"$signal" "$process"
  until_gone "$process"
  start_alone "$3"
  until_ready "$3"
  echo "$1,$2,$3,$(($(now_ms) - begin))" >>"$work/chaos/events.csv"
}

resident_of_all() {
  local name process all=0 kib
  for name in "${chaos_services[@]}"; do
    process=$(jvm_of "$(cat "$work/chaos/$name.pid")" 2>/dev/null) || continue
    kib=$(memory_kib "$process" VmRSS 2>/dev/null || echo 0)
    all=$((all + ${kib:-0}))
  done
  echo $((all / 1024))
}

say_chaos() {
  local counted kind
  read_result "$work/chaos/seen.csv"
  sort -n -t, "$work/chaos/events.csv" >"$target/chaos-events.csv"
  grep -v ^RESULT "$work/chaos/seen.csv" >"$target/chaos.csv"
  cp "$work/chaos/memory.csv" "$target/chaos-memory.csv"
  awk -f "$here/lib/chaos.awk" "$target/chaos-events.csv" "$target/chaos-memory.csv" "$target/chaos.csv" >"$target/chaos.svg"
  say '| users | asked | good | refused (4xx) | 503 | other 5xx | no answer | p50 ms | p99 ms | seconds in which all was good |' \
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
  for kind in door sale; do
    say "| $kind | ${seen[${kind}_asked]} | ${seen[${kind}_good]} | ${seen[${kind}_refused]} | ${seen[${kind}_busy]} | ${seen[${kind}_failed]} | ${seen[${kind}_unanswered]} | ${seen[${kind}_p50]} | ${seen[${kind}_p99]} | ${seen[${kind}_whole_seconds]} |"
  done
  say '' '| second | what | service | ready again after ms |' '| ---: | --- | --- | ---: |'
  say "$(awk -F, '{ printf "| %d | %s | %s | %d |\n", $1, $2, $3, $4 }' "$target/chaos-events.csv")"
  # The warm-up's are in it, too.
  counted=$(total_of chaos)
  say '' "- check-ins that were answered 201: ${seen[door_good]}; by what Attendance says, with those of the warm-up and those whose answer was lost: $counted" \
    "- resident, all five together: $(awk -F, 'NR > 5 && NR <= 15 { s += $2; n++ } END { print int(s / n) }' "$work/chaos/memory.csv") MiB in the first seconds, $(tail -n 5 "$work/chaos/memory.csv" | awk -F, '{ s += $2 } END { print int(s / NR) }') at the end"
  ((counted >= seen[door_good])) || fail "${seen[door_good]} check-ins were answered 201, and $counted are there"
}

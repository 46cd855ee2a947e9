# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What others can do to the door; sourced by run.sh.

# At the same rate alone and beside each of them, in one process.
guard() {
  local alone
  say '' "## POST /checkins at $guard_rate a second beside clients that are a burden" ''
  start_tixgo
  warm_up_seconds=$guard_warm_up_seconds send_at_rate checkins "$attendance/checkins" "$guard_rate" 1
  say_open_loop_header
  warm_up_seconds=5 # the generator's own
  at_the_door 'alone'
  beside '300 clients that send a byte of a head every 0.2 s' slow 300
  beside '10,000 connections that say nothing' silent 10000
  beside '8 bodies of 1 GB, over and over' gigabyte 8
  beside '8 floods of 1,000,000 headers, over and over' headers 8
  log_in_flood
  at_the_door 'alone again'
  say '' 'Wanted: p99 under 20 ms.'
  say "$(cat "$work/burdens")"
  ((guard_flood_seconds == 0)) || cost_of_log_ins
  stop_all
}

at_the_door() { # what
  send_at_rate checkins "$attendance/checkins" "$guard_rate" "$guard_seconds"
  say_open_loop "$1"
  expect_quietly "answers, $1" "${seen[outcomes]}" "201:$((guard_rate * guard_seconds))"
}

beside() { # what kind count
  local burden
  TOKEN=$token "$java" "${generator_java_opts[@]}" -cp "$target/classes:$target/lib/*" id.tixgo.loadtest.Nuisance \
    "$2" "$attendance" "$3" "$((warm_up_seconds + guard_seconds + 4))" >"$work/burden" 2>&1 &
  burden=$!
  sleep 3 # until all of them are there
  at_the_door "$1"
  wait "$burden" || die "What should be a burden ended: $(cat "$work/burden")"
  echo "- $1: $(sed -n 's/^RESULT //p' "$work/burden")" >>"$work/burdens"
}

log_in_flood() {
  wrk -t 1 -c 8 -d $((warm_up_seconds + guard_seconds + 3))s -s "$here/login.lua" "$identity/auth/login" >"$work/flood" 2>&1 &
  local flooded=$!
  sleep 2
  at_the_door '8 connections that log in without a pause'
  wait "$flooded"
}

# As fast as answers come, in turn.
cost_of_log_ins() {
  local round flooded rows=$work/log-ins
  : >"$rows"
  warm_up_seconds=5 warm_up TixGo "$pid" checkins.lua "$attendance/checkins"
  for round in 1 2 3; do
    drive "$pid" "$guard_flood_seconds" "${levels[0]}" checkins.lua "$attendance/checkins" "calm-$((++serial))"
    printf '%s %s ' "${seen[rps]}" "${seen[p99]}" >>"$rows"
    wrk -t 1 -c 8 -d $((guard_flood_seconds + 2))s -s "$here/login.lua" "$identity/auth/login" >"$work/flood" 2>&1 &
    flooded=$!
    sleep 1
    drive "$pid" "$guard_flood_seconds" "${levels[0]}" checkins.lua "$attendance/checkins" "flood-$((++serial))"
    echo "${seen[rps]} ${seen[p99]}" >>"$rows"
    wait "$flooded"
  done
  say '' "Check-ins as fast as answers come at ${levels[0]} connections, and the same while 8 connections log in, three rounds in turn:" '' \
    '| alone, a second | p99 ms | beside log-ins, a second | p99 ms | ratio |' '| ---: | ---: | ---: | ---: | ---: |'
  say "$(awk '{ printf "| %d | %.1f | %d | %.1f | %.2f |\n", $1, $2 / 1000, $3, $4 / 1000, $3 / $1 }' "$rows")"
  say '' "Median: $(awk '{ print $3 / $1 }' "$rows" | median) of the check-ins, $(awk '{ print ($4 - $2) / 1000 }' "$rows" | median) ms more at p99. Wanted: at least 0.80, at most 2 ms."
}

# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What doors do besides single check-ins; sourced by run.sh.

# What one device has gathered offline, handed in at once.
batch() {
  local run times=$work/batches
  say '' "## POST /checkins/batch: $batch_scans scans in one request" ''
  start_tixgo
  for ((run = 1; run <= 2; run++)); do send_batch "warm-up-$run" >/dev/null; done
  for ((run = 1; run <= batches; run++)); do send_batch "device-$run"; done >"$times"
  say "- applied, on the disk and answered: $(median <"$times") s (median of $batches: $(paste -sd' ' "$times")); wanted: under 1 s"
  stop_all
}

send_batch() { # device; prints the seconds
  awk -v device="$1" -v event="batch-$run_id" -v scans="$batch_scans" 'BEGIN {
    printf "{\"device_id\":\"%s\",\"scans\":[", device
    for (i = 1; i <= scans; i++)
      printf "%s{\"nonce\":\"%d\",\"event_id\":\"%s\",\"ticket_id\":\"%s-%d\",\"gate\":\"north\",\"scanned_at\":\"2026-01-01T10:%02d:%02dZ\"}",
        (i == 1 ? "" : ","), i, event, device, i, i / 60 % 60, i % 60
    print "]}" }' >"$work/batch.json"
  curl -sS -f -m 60 -o "$work/batch-answer.json" -w '%{time_total}\n' -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' --data-binary "@$work/batch.json" "$attendance/checkins/batch"
  expect_quietly "check-ins of $1" "$(grep -o '"status":"checked_in"' "$work/batch-answer.json" | wc -l)" "$batch_scans"
}

# Two events in one process, in turn: one with a list, one that lets any ticket in.
ticket_list() {
  local rows=$work/ticket-list.tsv round name event level=${levels[0]}
  local levels=("$level")
  : >"$rows"
  say '' "## POST /checkins: an event with a list of $listed_tickets tickets beside one without" ''
  start_tixgo
  warm_up TixGo "$pid" checkins.lua "$attendance/checkins"
  for ((round = 1; round <= rounds; round++)); do
    for name in $( ((round % 2)) && echo unlisted listed || echo listed unlisted); do
      event=$name-$run_id-$((++serial))
      [[ $name == unlisted ]] || put_list "$event" "$run_id-$((serial + 1))"
      sleep "$pause_seconds"
      drive "$pid" "$list_seconds" "$level" checkins.lua "$attendance/checkins" "$event"
      expect_quietly "errors of $name, round $round" "${seen[errors]}" 0
      progress "$name, round $round: ${seen[rps]} requests/s"
      add_row "$round" "$name" "$level" "$pid" "$rows"
    done
  done
  stop_all
  say_levels "$rows"
  say_ratios "$rows" listed unlisted 'at least 0.90'
}

# The tickets that checkins.lua will ask for.
put_list() { # event run
  awk -v run="$2" -v tickets="$listed_tickets" -v threads="$max_threads" 'BEGIN {
    printf "["
    for (i = 0; i < tickets; i++)
      printf "%s{\"ticket_id\":\"%s-%d-%08d\",\"ticket_type\":\"day\"}",
        (i ? "," : ""), run, i % threads, int(i / threads) + 1
    print "]" }' >"$work/tickets.json"
  curl -sS -f -m 60 -o /dev/null -X PUT -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' --data-binary "@$work/tickets.json" \
    "$attendance/attendance/$1/tickets" || die 'The list was not taken.'
}

history() {
  local count
  say '' '## Numbers and feed of an event, by how much has happened there' ''
  say '| check-ins | start ms | what | requests/s | p50 ms | p99 ms | CPU µs/request | other load % |' \
    '| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |'
  for count in "${histories[@]}"; do
    make_history "$count"
    kept_data=1 start_tixgo
    expect_quietly 'check-ins read' "$(total_of past)" "$count"
    warm_up "$count check-ins" "$pid" get.lua "$attendance/attendance/past/stats"
    measure_read "$count" stats /attendance/past/stats
    measure_read "$count" 'changes, 100 in the middle' "/attendance/past/changes?after=$((count / 2))"
    stop_all
  done
  say '' 'Wanted: the same latency with each; a start in less than 10 s with 1,000,000 check-ins.'
}

measure_read() { # count name path
  drive "$pid" "$level_seconds" 8 get.lua "$attendance$3" "$3"
  expect_quietly "errors of $2" "${seen[errors]}" 0
  say "| $1 | ${seen[start_ms]} | $2 | ${seen[rps]} | $(quotient "${seen[p50]}" 1000) | $(quotient "${seen[p99]}" 1000) | ${seen[cpu]} | ${seen[others]} |"
}

# As an import, which is quicker than a million requests.
make_history() { # count
  progress "writing $1 check-ins"
  awk -v count="$1" 'BEGIN {
    for (i = 1; i <= count; i++)
      printf "{\"v\":2,\"store\":\"attendance\",\"entry\":{\"scan\":{\"event_id\":\"past\",\"ticket_id\":\"T%d\",\"staff\":\"siti\",\"at\":\"2026-01-01T%02d:%02d:%02d.000000Z\",\"gate\":\"gate-%d\",\"device_id\":\"d%d\",\"direction\":\"IN\",\"first\":true,\"seq\":%d}}}\n",
        i, i / 3600 % 24, i / 60 % 60, i % 60, i % 8, i % 20, i }' >"$work/history.ndjson"
  rm -rf "$work/tixgo/data"
  mkdir -p "$work/tixgo/data"
  (cd "$work/tixgo" && DATA_DIR=$work/tixgo/data "$tixgo" import "$work/history.ndjson") \
    >"$work/import.log" 2>&1 || die "No import: $(tail -n 3 "$work/import.log")"
}

total_of() { # event
  curl -sS -m 30 -H "Authorization: Bearer $token" "$attendance/attendance/$1/stats" |
    sed -n 's/.*"total_checked_in" *: *\([0-9]*\).*/\1/p'
}

# From a scan's answer until the last of all listeners has read it.
listeners() {
  say '' "## GET /attendance/{event_id}/stream: $listener_count listeners, $scanner_count scanners" ''
  start_tixgo
  watched "$pid" env EVENT_ID="live-$run_id" WARM_UP_SECONDS="$warm_up_seconds" "$java" "${generator_java_opts[@]}" \
    -cp "$target/classes:$target/lib/*" id.tixgo.loadtest.Listeners \
    "$attendance" "$listener_count" "$scanner_count" "$scan_rate" "$listen_seconds"
  say "- ${seen[scans]} scans at $scan_rate a second after $warm_up_seconds s of warm-up, ${seen[heard]} events read; other load ${seen[others]} %"
  say "- from the answer until the last listener has it: p50 $(quotient "${seen[p50]}" 1000) ms, p99 $(quotient "${seen[p99]}" 1000) ms, longest $(quotient "${seen[max]}" 1000) ms; wanted: within 100 ms"
  expect 'events missing, twice or out of order' "${seen[wrong]}" 0
  expect_quietly 'events read' "${seen[heard]}" "$((scan_rate * (warm_up_seconds + listen_seconds) * listener_count))"
  stop_all
}

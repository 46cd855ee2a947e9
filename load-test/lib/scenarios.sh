# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What is measured; sourced by run.sh.

# In memory, as the bare server is; what the disk adds is in the next.
checkins() {
  local rows=$work/checkins.tsv round
  : >"$rows"
  say '' '## POST /checkins: TixGo beside a bare Vert.x server' ''
  for ((round = 1; round <= rounds; round++)); do
    start_bare
    if ((round == 1)); then say_process 'Bare server' bare; fi
    measure_checkins "$round" bare "$bare" "$rows"
    stop_all
    STORE=memory start_tixgo
    if ((round == 1)); then say_process TixGo tixgo; fi
    measure_checkins "$round" TixGo "$attendance" "$rows"
    stop_all
  done
  say_levels "$rows"
  say_ratios "$rows" TixGo bare 'at least 0.65'
}

durable() {
  local rows=$work/durable.tsv round store connections
  : >"$rows"
  say '' '## POST /checkins: STORE=file beside STORE=memory' ''
  for ((round = 1; round <= rounds; round++)); do
    for store in memory file; do
      STORE=$store start_tixgo
      measure_checkins "$round" "$store" "$attendance" "$rows"
      stop_all
    done
  done
  say_levels "$rows"
  say_ratios "$rows" file memory '0.55 at 32 connections and 0.65 at 128'
  say '' '| connections | check-ins/s | p50 ms | bytes a check-in | check-ins a sync |' \
    '| ---: | ---: | ---: | ---: | ---: |'
  for connections in 1 "${levels[@]}"; do
    count_syncs "$connections"
  done
  say '' 'Wanted: at most 300 bytes a check-in, and 6 check-ins a sync at 32 connections.'
}

# With a library before C's own that counts the syncs.
count_syncs() { # connections
  local before syncs
  slow_sync "SYNC_LOG=$work/syncs"
  start_tixgo
  drive "$pid" 5 "$1" checkins.lua "$attendance/checkins" "warm-up-$((++serial))"
  before=$(journal_bytes)
  syncs=$(wc -c <"$work/syncs")
  drive "$pid" "$level_seconds" "$1" checkins.lua "$attendance/checkins" "syncs-$((++serial))"
  syncs=$(($(wc -c <"$work/syncs") - syncs))
  say "| $1 | ${seen[rps]} | $(awk -v us="${seen[p50]}" 'BEGIN { printf "%.2f", us / 1000 }') | $((($(journal_bytes) - before) / seen[requests])) | $(quotient "${seen[requests]}" "$syncs") |"
  stop_all
  tixgo_env=()
}

slow_sync() { # NAME=value
  cc -shared -fPIC -O2 -o "$work/slow_sync.so" "$here/slow_sync.c" -ldl
  tixgo_env=("LD_PRELOAD=$work/slow_sync.so" "$1")
}

# Each byte is written twice: as room for entries, then as an entry.
journal_bytes() {
  echo $((2 * $(du -sb "$work/tixgo/data/attendance" | cut -f1)))
}

# A disk that takes 5 ms for each sync, as cheap flash does.
slow_disk() {
  say '' '## POST /checkins with every sync made to take 5 ms' ''
  slow_sync SYNC_DELAY_US=5000
  start_tixgo
  warm_up TixGo "$pid" checkins.lua "$attendance/checkins"
  drive "$pid" "$level_seconds" 128 checkins.lua "$attendance/checkins" "slow-$run_id"
  say "- 128 connections: ${seen[rps]} check-ins/s, p50 $((seen[p50] / 1000)) ms; wanted: at least 15,000"
  stop_all
  tixgo_env=()
}

only_bare() {
  local rows=$work/bare.tsv round
  : >"$rows"
  say '' '## POST /checkins: the bare Vert.x server alone' ''
  for ((round = 1; round <= rounds; round++)); do
    start_bare
    if ((round == 1)); then say_process 'Bare server' bare; fi
    measure_checkins "$round" bare "$bare" "$rows"
    stop_all
  done
  say_levels "$rows"
}

gateway() {
  local rows=$work/gateway.tsv round name
  local -A urls=([TixGo]=$attendance/events [nginx]=http://127.0.0.1:$nginx_port/events)
  local -A pids=()
  : >"$rows"
  say '' '## GET /events (20 events): TixGo as gateway beside nginx' ''
  start_tixgo
  say_process TixGo tixgo
  pids[TixGo]=$pid
  create_events 20
  start_nginx
  pids[nginx]="${pids[TixGo]} $(with_children "$pid")"
  expect_same_events "${urls[TixGo]}" "${urls[nginx]}"
  for name in TixGo nginx; do
    warm_up "$name" "${pids[$name]}" get.lua "${urls[$name]}"
  done
  for ((round = 1; round <= rounds; round++)); do
    for name in TixGo nginx; do
      measure_levels "$round" "$name" "${pids[$name]}" "$rows" get.lua "${urls[$name]}"
    done
  done
  expect_same_events "${urls[TixGo]}" "${urls[nginx]}"
  stop_all
  say_levels "$rows"
  say 'CPU for nginx is that of nginx and of the Event service behind it.' ''
  say_ratios "$rows" TixGo nginx 'at least 0.65'
}

# The first renewals of a token make the JIT compile the path anew: the warm-up has three of them,
# what is measured has the next.
open_loop() {
  local store rate
  for store in memory file; do
    rate=$open_loop_rate
    if [[ -z $rate ]]; then
      STORE=$store measure_maximum
      rate=$((maximum / 3))
    fi
    say '' "## POST /checkins at a fixed rate of $rate a second for $open_loop_seconds s, STORE=$store" ''
    say_open_loop_header
    start_bare
    send_at_rate checkins "$bare/checkins" "$rate" "$open_loop_seconds"
    say_open_loop 'bare (floor of this machine and of the generator)'
    stop_all
    STORE=$store start_tixgo
    warm_up_seconds=100 send_at_rate checkins "$attendance/checkins" "$rate" "$open_loop_seconds"
    say_open_loop 'TixGo'
    stop_all
  done
  say '' 'Wanted: p99 under 5 ms. Times count from when a request was due.'
}

streaming() {
  local event=big-$run_id before peak after
  say '' "## GET /attendance/{event_id} with $records records" ''
  start_tixgo
  local server=$pid
  fill "$event"
  warm_up_seconds=5 send_at_rate checkins "$attendance/checkins" "$stream_rate" "$stream_seconds"
  say_open_loop_header
  say_open_loop "POST /checkins at $stream_rate/s, nobody reads the list"
  before=$(memory_kib "$server" VmRSS)
  : >"$work/reading"
  read_list "$event" "$server" &
  local reader=$!
  started+=("$reader")
  warm_up_seconds=5 send_at_rate checkins "$attendance/checkins" "$stream_rate" "$stream_seconds"
  say_open_loop "the same, while two clients read the list over and over"
  after=$(memory_kib "$server" VmRSS)
  rm "$work/reading"
  wait "$reader" || true
  peak=$(cat "$work/peak-kib")
  say '' "Wanted: p99 under 50 ms, memory flat, no blocked thread." ''
  say "- resident before, highest meanwhile, after: $(mib "$before"), $(mib "$peak"), $(mib "$after") MiB"
  say "- whole lists read at full speed: $(wc -l <"$work/fast-reads"), median $(cut -d' ' -f3 "$work/fast-reads" | median) s, of $(cut -d' ' -f2 "$work/fast-reads" | sort -n | tail -n 1) bytes; a second reader takes 2 MB a second"
  expect "lists answered 200" "$(cut -d' ' -f1 "$work/fast-reads" | sort -u | tr -d '\n')" 200
  expect "blocked-thread warnings" "$(grep -c 'has been blocked' "$work/tixgo.log" || true)" 0
  stop_all
}

memory() {
  say '' '## Start-up and memory, all services in one JVM with the heap of a 2 GB machine' ''
  tixgo_env+=("JAVA_OPTS=$box_heap")
  measure_memory 'the door alone' "$door" 160
  measure_memory 'all services' "$everything" 260
  tixgo_env=()
}

measure_memory() { # name services most-mib
  local start times=$work/starts
  : >"$times"
  say "### ${1^}" ''
  for ((start = 1; start <= starts; start++)); do
    stop_all
    services=$2 start_tixgo
    echo "${seen[start_ms]}" >>"$times"
  done
  say_process TixGo tixgo
  say "- start to first healthy answer of all services: $(median <"$times") ms (median of $starts)"
  say "- resident when started: $(mib "$(memory_kib "$pid" VmRSS)") MiB"
  warm_up_seconds=0 send_at_rate checkins "$attendance/checkins" 1000 10
  expect_quietly 'outcomes' "${seen[outcomes]}" 201:10000
  if [[ $2 == "$everything" ]]; then
    open_sale 1000
    sell pay
    expect_quietly 'places sold' "$(places sold)" 1000
    say '- besides the check-ins: a sale of 1,000 places'
  fi
  say "- resident after 10,000 check-ins: $(mib "$(memory_kib "$pid" VmRSS)") MiB, highest $(mib "$(memory_kib "$pid" VmHWM)") MiB; wanted: under $3"
  stop_all
}

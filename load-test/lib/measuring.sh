# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# Load, and what came of it; sourced by run.sh.

measure_checkins() { # round name url rows
  warm_up "$2" "$pid" checkins.lua "$3/checkins"
  measure_levels "$1" "$2" "$pid" "$4" checkins.lua "$3/checkins"
}

warm_up() { # name pids script url
  progress "$1: primer $primer_seconds s, warm-up $warm_up_seconds s"
  drive "$2" "$primer_seconds" 8 "$3" "$4" "warm-up-$((++serial))"
  drive "$2" "$warm_up_seconds" "${levels[-1]}" "$3" "$4" "warm-up-$((++serial))"
  sleep "$pause_seconds"
}

# One event a level. One whole answer is looked at before and after each, and TixGo's
# own count has to agree with wrk's.
measure_levels() { # round name pids rows script url
  local connections event
  for connections in "${levels[@]}"; do
    event=load-$run_id-$((++serial))
    [[ $5 != checkins.lua ]] || expect_checked_in "$6" "$event"
    drive "$3" "$level_seconds" "$connections" "$5" "$6" "$event"
    [[ $5 != checkins.lua ]] || expect_checked_in "$6" "$event"
    [[ $5 != checkins.lua || $2 != TixGo ]] || expect_total "$event" "${seen[requests]}" "$connections"
    progress "$2, round $1, $connections connections: ${seen[rps]} requests/s, p99 ${seen[p99]} µs, CPU ${seen[cpu]} µs/request"
    add_row "$1" "$2" "$connections" "${3%% *}" "$4"
    expect_quietly "errors of $2 at $connections connections" "${seen[errors]}" 0
    sleep "$pause_seconds"
  done
}

add_row() { # round name connections pid rows
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${seen[rps]}" \
    "${seen[p50]}" "${seen[p99]}" "${seen[cpu]}" "${seen[errors]}" "${seen[others]}" \
    "$(mib "$(memory_kib "$4" VmRSS)")" >>"$5"
}

# Runs wrk; fills `seen`.
drive() { # pids seconds connections script url event
  local threads=$((max_threads < $3 ? max_threads : $3))
  watched "$1" wrk -t "$threads" -c "$3" -d "${2}s" --timeout 10s \
    -s "$here/$4" "$5" -- "$run_id-$((++serial))" "$6"
  ((seen[requests] > 0)) || die "No request was answered: $(cat "$work/out")"
  seen[rps]=$((seen[requests] * 1000000 / seen[duration_us]))
  seen[cpu]=$(quotient "${seen[server_us]}" "${seen[requests]}")
  seen[errors]=$((seen[connect] + seen[read] + seen[write] + seen[status] + seen[timeout]))
}

# Runs the open-loop generator; fills `seen`.
send_at_rate() { # mode url rate seconds
  progress "open loop: $3 requests/s for $4 s after $warm_up_seconds s of warm-up"
  watched "$pid" env WARM_UP_SECONDS="$warm_up_seconds" EVENT_ID="${event_id:-open-$run_id}" \
    TICKET_PREFIX="$run_id-$((++serial))" "$java" "${generator_java_opts[@]}" \
    -cp "$target/classes:$target/lib/*" id.tixgo.loadtest.OpenLoop \
    "$1" "$2" "$3" "$4" "$open_loop_connections"
}

# Runs a load generator that ends with a line of results. Adds the processor time that the
# server took meanwhile, and the share of the machine that went to neither of the two.
watched() { # server-pids command…
  local server=$1 server_before busy_before started_ms generator_us TIMEFORMAT='%U %S'
  shift
  server_before=$(cpu_us "$server")
  busy_before=$(busy_us)
  started_ms=$(now_ms)
  { time TOKEN=$token SERVICE_TOKEN=$service_token "$@" >"$work/out" 2>"$work/err"; } 2>"$work/time" ||
    die "${1##*/} failed: $(cat "$work/out" "$work/err")"
  seen[server_us]=$(($(cpu_us "$server") - server_before))
  generator_us=$(awk '{ printf "%d", ($1 + $2) * 1000000 }' "$work/time")
  seen[generator_us]=$generator_us
  seen[others]=$(awk -v other=$(($(busy_us) - busy_before - seen[server_us] - generator_us)) \
    -v all=$((($(now_ms) - started_ms) * 1000 * max_threads)) \
    'BEGIN { printf "%d", other < 0 ? 0 : 100 * other / all }')
  read_result "$work/out"
}

read_result() { # file
  local line pair
  local -a pairs
  line=$(sed -n 's/^RESULT //p' "$1")
  [[ -n $line ]] || die "No result: $(cat "$1")"
  read -ra pairs <<<"$line"
  for pair in "${pairs[@]}"; do
    seen[${pair%%=*}]=${pair#*=}
  done
}

# Sets `maximum` to the requests per second that TixGo can do.
measure_maximum() {
  start_tixgo
  warm_up TixGo "$pid" checkins.lua "$attendance/checkins"
  drive "$pid" "$level_seconds" "${levels[-1]}" checkins.lua "$attendance/checkins" "max-$run_id"
  maximum=${seen[rps]}
  stop_all
}

fill() { # event
  event_id=$1 warm_up_seconds=0 \
    send_at_rate checkins "$attendance/checkins" "$fill_rate" $((records / fill_rate))
  expect_quietly "check-ins that fill the event" "${seen[outcomes]}" "201:$records"
}

# Two clients read the list until told to stop: one as fast as it comes, one slowly.
read_list() { # event server
  local url=$attendance/attendance/$1 rss peak=0
  : >"$work/fast-reads"
  while [[ -e $work/reading ]]; do
    get_list "$url" >>"$work/fast-reads" || true
  done &
  while [[ -e $work/reading ]]; do
    get_list "$url" --limit-rate 2M >/dev/null || true
  done &
  while [[ -e $work/reading ]]; do
    rss=$(memory_kib "$2" VmRSS)
    peak=$((rss > peak ? rss : peak))
    echo "$peak" >"$work/peak-kib"
    sleep 0.2
  done
  wait
}

get_list() { # url curl-options…
  curl -s -o /dev/null -m 60 -H "Authorization: Bearer $token" \
    -w '%{http_code} %{size_download} %{time_total}\n' "${@:2}" "$1"
}

# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What many log-ins at once do to the doors; sourced by run.sh.

# Passwords that are wrong cost as much as the right one, and need nobody's account.
flood() {
  local alone p99_alone flooded
  say '' "## POST /checkins while $flood_connections connections log in without a pause" ''
  start_tixgo
  warm_up TixGo "$pid" checkins.lua "$attendance/checkins"
  drive "$pid" "$level_seconds" "${levels[0]}" checkins.lua "$attendance/checkins" "calm-$run_id"
  alone=${seen[rps]} p99_alone=${seen[p99]}
  wrk -t 1 -c "$flood_connections" -d $((level_seconds + 4))s -s "$here/login.lua" "$identity/auth/login" \
    >"$work/flood" 2>&1 &
  flooded=$!
  sleep 2
  time_health >"$work/health" &
  drive "$pid" "$level_seconds" "${levels[0]}" checkins.lua "$attendance/checkins" "flood-$run_id"
  wait "$flooded"
  say "- alone: $alone check-ins/s, p99 $(ms "$p99_alone") ms; while they log in: ${seen[rps]}, p99 $(ms "${seen[p99]}") ms: $(quotient "${seen[rps]}" "$alone")" \
    "- log-ins: $(sed -n 's/^Requests\/sec: *//p' "$work/flood") a second answered, 401 or 503" \
    "- GET /health meanwhile, 20 times: median $(median <"$work/health") s, longest $(sort -n "$work/health" | tail -n 1) s"
  stop_all
}

time_health() {
  local i
  for i in {1..20}; do
    curl -s -o /dev/null -m 10 -w '%{time_total}\n' "$attendance/health"
    sleep 0.2
  done
}

ms() { awk -v us="$1" 'BEGIN { printf "%.1f", us / 1000 }'; }

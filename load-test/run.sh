#!/usr/bin/env bash
# Measures TixGo on this machine, each figure beside one that was measured in the
# same run. README.md says what the scenarios are and what the settings mean.
#
# usage: load-test/run.sh [checkins|gateway|open-loop|streaming|memory|bare|all]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
target=$here/target
report=$target/report.md

tixgo=${TIXGO:-$root/bin/tixgo}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -ra tixgo_env <<<"${TIXGO_ENV:-}"
read -ra bare_java_opts <<<"${BARE_JAVA_OPTS:-}"
read -ra generator_java_opts <<<"${GENERATOR_JAVA_OPTS:--XX:+UseSerialGC -Xms192m -Xmx192m -Xmn128m}"
read -ra levels <<<"${LEVELS:-32 128}"

rounds=${ROUNDS:-3}
primer_seconds=${PRIMER_SECONDS:-5}
warm_up_seconds=${WARM_UP_SECONDS:-35} # longer than TOKEN_CACHE_SECONDS: the first renewal makes the JIT compile the path anew
level_seconds=${LEVEL_SECONDS:-10}
pause_seconds=${PAUSE_SECONDS:-2}
open_loop_seconds=${OPEN_LOOP_SECONDS:-30}
open_loop_rate=${OPEN_LOOP_RATE:-}
fill_rate=${FILL_RATE:-4000}
records=${RECORDS:-100000}
open_loop_connections=${OPEN_LOOP_CONNECTIONS:-64}
stream_rate=${STREAM_RATE:-300}
stream_seconds=${STREAM_SECONDS:-15}
starts=${STARTS:-3}

identity_port=${IDENTITY_PORT:-28081}
attendance_port=${ATTENDANCE_PORT:-28082}
event_port=${EVENT_PORT:-28000}
nginx_port=${NGINX_PORT:-28090}
bare_port=${BARE_PORT:-18090}

identity=http://127.0.0.1:$identity_port
attendance=http://127.0.0.1:$attendance_port
event_service=http://127.0.0.1:$event_port
bare=http://127.0.0.1:$bare_port

run_id=$(date +%s)
admin_password=load-$run_id-$RANDOM$RANDOM
jwt_secret=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')
tick_us=$((1000000 / $(getconf CLK_TCK)))
max_threads=$(nproc)
work=
started=()
serial=0
failures=0
maximum=
pid=
token=
declare -A seen=()

main() {
  local scenario=${1:-all}
  case $scenario in
    checkins | gateway | open-loop | streaming | memory | bare | all) ;;
    *) die "usage: $0 [checkins|gateway|open-loop|streaming|memory|bare|all]" ;;
  esac
  prepare "$scenario"
  describe_machine
  case $scenario in
    checkins) checkins ;;
    gateway) gateway ;;
    open-loop) open_loop ;;
    streaming) streaming ;;
    memory) memory ;;
    bare) only_bare ;;
    all)
      checkins
      gateway
      open_loop
      streaming
      memory
      ;;
  esac
  progress "The report is in ${report#"$root"/}."
  ((failures == 0)) || die "$failures check(s) failed: see the report."
}

# ---------------------------------------------------------------- scenarios

checkins() {
  local rows=$work/checkins.tsv round
  : >"$rows"
  say '' '## POST /checkins: TixGo beside a bare Vert.x server' ''
  for ((round = 1; round <= rounds; round++)); do
    start_bare
    if ((round == 1)); then say_process 'Bare server' bare; fi
    measure_checkins "$round" bare "$bare" "$rows"
    stop_all
    start_tixgo
    if ((round == 1)); then say_process TixGo tixgo; fi
    measure_checkins "$round" TixGo "$attendance" "$rows"
    stop_all
  done
  say_levels "$rows"
  say_ratios "$rows" TixGo bare 'at least 0.65'
  maximum=$(highest_rate "$rows" TixGo)
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

open_loop() {
  local rate=${open_loop_rate:-}
  if [[ -z $rate ]]; then
    measure_maximum
    rate=$((maximum / 3))
  fi
  say '' "## POST /checkins at a fixed rate of $rate a second for $open_loop_seconds s" ''
  say_open_loop_header
  start_bare
  send_at_rate checkins "$bare/checkins" "$rate" "$open_loop_seconds"
  say_open_loop 'bare (floor of this machine and of the generator)'
  stop_all
  start_tixgo
  send_at_rate checkins "$attendance/checkins" "$rate" "$open_loop_seconds"
  say_open_loop 'TixGo'
  stop_all
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
  local start times=$work/starts
  : >"$times"
  say '' '## Start-up and memory, all services in one JVM' ''
  for ((start = 1; start <= starts; start++)); do
    stop_all
    start_tixgo
    echo "${seen[start_ms]}" >>"$times"
  done
  say_process TixGo tixgo
  say "- start to first healthy answer of all services: $(median <"$times") ms (median of $starts)"
  say "- resident when started: $(mib "$(memory_kib "$pid" VmRSS)") MiB"
  warm_up_seconds=0 send_at_rate checkins "$attendance/checkins" 1000 10
  say "- resident after 10,000 check-ins: $(mib "$(memory_kib "$pid" VmRSS)") MiB, highest $(mib "$(memory_kib "$pid" VmHWM)") MiB; wanted: under 160"
  expect_quietly 'outcomes' "${seen[outcomes]}" 201:10000
  stop_all
}

# ---------------------------------------------------------------- measuring

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
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$connections" "${seen[rps]}" \
      "${seen[p50]}" "${seen[p99]}" "${seen[cpu]}" "${seen[errors]}" "${seen[others]}" \
      "$(mib "$(memory_kib "${3%% *}" VmRSS)")" >>"$4"
    expect_quietly "errors of $2 at $connections connections" "${seen[errors]}" 0
    sleep "$pause_seconds"
  done
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
  { time TOKEN=$token "$@" >"$work/out" 2>"$work/err"; } 2>"$work/time" ||
    die "${1##*/} failed: $(cat "$work/out" "$work/err")"
  seen[server_us]=$(($(cpu_us "$server") - server_before))
  generator_us=$(awk '{ printf "%d", ($1 + $2) * 1000000 }' "$work/time")
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
  [[ -z $maximum ]] || return 0
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

# ---------------------------------------------------------------- starting and stopping

prepare() { # scenario
  local command
  for command in wrk curl awk pgrep "$java"; do
    command -v "$command" >/dev/null || die "$command is needed and not there."
  done
  [[ -d $target/classes && -d $target/lib ]] || die 'Build first: ./mvnw package'
  [[ $1 == bare || -x $tixgo ]] || die "Build first: ${tixgo#"$root"/} is not there."
  work=$(mktemp -d "$target/run.XXXXXX")
  : >"$report"
  trap clean_up EXIT
  trap 'exit 130' INT TERM
}

start_bare() {
  token=
  expect_free "$bare_port"
  BARE_PORT=$bare_port "$java" "${bare_java_opts[@]}" -cp "$target/classes:$target/lib/*" \
    id.tixgo.loadtest.BareServer >"$work/bare.log" 2>&1 &
  pid=$!
  started+=("$pid")
  until_answered "$bare/" "$pid" "$work/bare.log" 404
}

# With the defaults that anyone gets; TIXGO_ENV adds to them or changes them.
start_tixgo() {
  local port launched
  for port in "$identity_port" "$attendance_port" "$event_port"; do
    expect_free "$port"
  done
  mkdir -p "$work/tixgo"
  rm -rf "$work/tixgo/data"
  launched=$(now_ms)
  (
    cd "$work/tixgo"
    exec env -i PATH="$PATH" HOME="${HOME:-/}" LANG=C.UTF-8 ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} \
      JWT_SECRET="$jwt_secret" ADMIN_USERNAME=admin ADMIN_PASSWORD="$admin_password" \
      IDENTITY_PORT="$identity_port" ATTENDANCE_PORT="$attendance_port" EVENT_PORT="$event_port" \
      BIND_HOST=127.0.0.1 INTERNAL_HOST=127.0.0.1 DATA_DIR="$work/tixgo/data" \
      ${TIXGO_JAVA_OPTS:+JAVA_OPTS="$TIXGO_JAVA_OPTS"} "${tixgo_env[@]}" "$tixgo" all
  ) >"$work/tixgo.log" 2>&1 &
  pid=$!
  started+=("$pid")
  for port in "$identity" "$attendance" "$event_service"; do
    until_answered "$port/health" "$pid" "$work/tixgo.log" 200
  done
  seen[start_ms]=$(($(now_ms) - launched))
  pid=$(jvm_of "$pid") || die "$tixgo started no JVM."
  started+=("$pid")
  log_in
}

start_nginx() {
  local directory=$work/nginx nginx
  nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || die 'nginx is needed and not there.'
  expect_free "$nginx_port"
  mkdir -p "$directory"
  sed -e "s|@DIRECTORY@|$directory|g" -e "s|@NGINX_PORT@|$nginx_port|g" \
    -e "s|@EVENT_PORT@|$event_port|g" "$here/nginx.conf.template" >"$directory/nginx.conf"
  "$nginx" -p "$directory" -e "$directory/error.log" -c "$directory/nginx.conf" \
    >"$work/nginx.log" 2>&1 &
  pid=$!
  started+=("$pid")
  until_answered "http://127.0.0.1:$nginx_port/health" "$pid" "$work/nginx.log" 200
  say "nginx: $("$nginx" -v 2>&1 | sed 's/.*: //'), workers: $(pgrep -c -P "$pid")" ''
}

stop_all() {
  local process
  for process in "${started[@]}"; do
    kill "$process" 2>/dev/null || true
  done
  for process in "${started[@]}"; do
    until_gone "$process"
  done
  started=()
}

until_gone() { # pid
  local _
  for _ in {1..150}; do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 "$1" 2>/dev/null || true
}

clean_up() {
  local status=$?
  trap - EXIT
  rm -f "$work/reading"
  stop_all
  if ((status != 0)) && [[ -s $work/tixgo.log ]]; then
    progress "The end of TixGo's log:"
    tail -n 20 "$work/tixgo.log" >&2
  fi
  rm -rf "$work"
  exit "$status"
}

until_answered() { # url pid log status
  local deadline=$((SECONDS + 60)) status
  while ((SECONDS < deadline)); do
    status=$(curl -s -o /dev/null -m 2 -w '%{http_code}' "$1" || true)
    [[ $status != "$4" ]] || return 0
    kill -0 "$2" 2>/dev/null || die "It ended before it answered: $(tail -n 5 "$3")"
    sleep 0.02
  done
  die "$1 did not answer $4 within 60 s."
}

expect_free() { # port
  if (: >"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    die "Port $1 is in use."
  fi
}

jvm_of() { # pid
  local child
  if [[ $(cat "/proc/$1/comm" 2>/dev/null) == java ]]; then
    echo "$1"
    return
  fi
  for child in $(pgrep -P "$1"); do
    if jvm_of "$child"; then
      return
    fi
  done
  return 1
}

with_children() { # pid
  echo "$1" "$(pgrep -P "$1" | tr '\n' ' ')"
}

# ---------------------------------------------------------------- talking to TixGo

log_in() {
  token=$(curl -sS -m 10 -H 'Content-Type: application/json' \
    -d "{\"username\":\"admin\",\"password\":\"$admin_password\"}" "$identity/auth/login" |
    sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
  [[ -n $token ]] || die 'The admin could not log in.'
}

create_events() { # count
  local i
  for ((i = 1; i <= $1; i++)); do
    curl -sS -f -o /dev/null -m 10 -H "Authorization: Bearer $token" \
      -H 'Content-Type: application/json' "$attendance/events" -d "{
        \"title\": \"Concert $i\", \"description\": \"An evening of music, number $i\",
        \"location\": \"Great Hall\", \"start_time\": \"2027-03-01T19:00:00Z\",
        \"end_time\": \"2027-03-01T22:00:00Z\", \"capacity\": 500 }" ||
      die "Event $i could not be made."
  done
}

expect_same_events() { # url other-url
  local answer other
  answer=$(curl -sS -f -m 10 -H "Authorization: Bearer $token" "$1")
  other=$(curl -sS -f -m 10 -H "Authorization: Bearer $token" "$2")
  [[ $answer == "$other" ]] || die 'The gateway and nginx give different answers.'
  expect_quietly 'events in the list' "$(grep -o '"title"' <<<"$answer" | wc -l)" 20
}

expect_checked_in() { # url event
  local ticket=check-$run_id-$((++serial)) answer
  answer=$(curl -sS -m 10 -w ' %{http_code}' -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' "$1" \
    -d "{\"event_id\":\"$2\",\"ticket_id\":\"$ticket\",\"gate\":\"north\",\"device_id\":\"d1\"}")
  [[ $answer == *'"status":"checked_in"'*"\"ticket_id\":\"$ticket\""*' 201' ]] ||
    die "A check-in was answered with: $answer"
}

# Two were sent by expect_checked_in; those in flight when wrk stopped may count too.
expect_total() { # event requests connections
  local total
  total=$(curl -sS -m 30 -H "Authorization: Bearer $token" "$attendance/attendance/$1?limit=1" |
    sed -n 's/.*"total_checked_in" *: *\([0-9]*\).*/\1/p')
  if ((${total:-0} < $2 + 2 || ${total:-0} > $2 + 2 + $3)); then
    fail "wrk counted $2 check-ins, TixGo ${total:-none}"
  fi
}

# ---------------------------------------------------------------- reading the machine

cpu_us() { # pids
  local process ticks=0
  for process in $1; do
    ticks=$((ticks + $(sed 's/.*) //' "/proc/$process/stat" | awk '{ print $12 + $13 }')))
  done
  echo $((ticks * tick_us))
}

busy_us() {
  awk -v tick="$tick_us" '/^cpu / { printf "%.0f\n", ($2 + $3 + $4) * tick }' /proc/stat
}

memory_kib() { # pid field
  awk -v field="$2:" '$1 == field { print $2 }' "/proc/$1/status"
}

now_ms() {
  date +%s%3N
}

mib() { # kib
  awk -v kib="$1" 'BEGIN { printf "%.1f", kib / 1024 }'
}

quotient() { # dividend divisor
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'
}

median() {
  sort -n | awk '{ v[NR] = $1 }
    END { if (NR) print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; else print "-" }'
}

highest_rate() { # rows name
  local connections
  for connections in "${levels[@]}"; do
    awk -F'\t' -v n="$2" -v c="$connections" '$2 == n && $3 == c { print $4 }' "$1" | median
  done | sort -n | tail -n 1 | cut -d. -f1
}

# ---------------------------------------------------------------- the report

describe_machine() {
  say '# Load test' ''
  say "- machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(uname -srm)"
  say "- Java: $("$java" -version 2>&1 | sed -n 2p)"
  say "- wrk: $(wrk -v 2>&1 | sed -n '1s/ Copyright.*//p' || true), on the same cores as the servers"
  say "- rounds $rounds, primer $primer_seconds s, warm-up $warm_up_seconds s, levels ${levels[*]} connections for $level_seconds s each"
  [[ -z ${TIXGO_ENV:-}${TIXGO_JAVA_OPTS:-} ]] ||
    say "- not the defaults: ${TIXGO_ENV:-} ${TIXGO_JAVA_OPTS:-}"
}

say_process() { # title log-name
  say "$1: JVM flags \`$(jvm_flags "$pid")\`" '' '```'
  say "$(grep -aiE 'vert\.x|transport|event.?loop|instances' "$work/$2.log" | head -n 6 | cut -c1-600 | sed "s|$root/||g")"
  say '```' ''
}

jvm_flags() { # pid
  local flags
  flags=$(tr '\0' '\n' <"/proc/$1/cmdline" | grep -E '^-[XD]' | sed "s|$root/||g" | paste -sd' ' || true)
  echo "${flags:-(defaults)}"
}

say_levels() { # rows
  say '| round | server | connections | requests/s | p50 ms | p99 ms | CPU µs/request | errors | other load % | resident MiB |' \
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
  say "$(awk -F'\t' '{ printf "| %s | %s | %s | %s | %.2f | %.2f | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5 / 1000, $6 / 1000, $7, $8, $9, $10 }' "$1")" ''
}

say_ratios() { # rows name baseline wanted
  local connections
  say "| connections | $2 requests/s | $3 requests/s | ratio (median of $rounds rounds) | CPU per request, $2/$3 |" \
    '| ---: | ---: | ---: | ---: | ---: |'
  for connections in "${levels[@]}"; do
    say "| $connections | $(column "$1" "$2" "$connections" 4 | median) | $(column "$1" "$3" "$connections" 4 | median) | $(ratios "$1" "$2" "$3" "$connections" 4 | median) | $(ratios "$1" "$2" "$3" "$connections" 7 | median) |"
  done
  say '' "Wanted: a ratio of $4."
}

column() { # rows name connections field
  awk -F'\t' -v n="$2" -v c="$3" -v f="$4" '$2 == n && $3 == c { print $f }' "$1"
}

# One ratio a round.
ratios() { # rows name baseline connections field
  paste <(column "$1" "$2" "$4" "$5") <(column "$1" "$3" "$4" "$5") |
    awk '{ printf "%.3f\n", $1 / $2 }'
}

say_open_loop_header() {
  say '| what | requests/s | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | sent late p99 ms | CPU µs/request | other load % | outcomes |' \
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |'
}

say_open_loop() { # name
  local field row="| $1 | ${seen[rate]}"
  for field in p50 p90 p99 p99.9 max send_delay_p99; do
    row+=" | $(awk -v us="${seen[$field]}" 'BEGIN { printf "%.2f", us / 1000 }')"
  done
  row+=" | $(quotient "${seen[server_us]}" $((seen[planned] + seen[warm_up]))) | ${seen[others]}"
  say "$row | ${seen[outcomes]} |"
  expect_quietly "outcomes of $1" "${seen[outcomes]}" "201:${seen[planned]}"
}

expect() { # what value wanted
  say "- $1: $2"
  expect_quietly "$@"
}

expect_quietly() { # what value wanted
  [[ $2 == "$3" ]] || fail "$1: $2 instead of $3"
}

fail() { # sentence
  failures=$((failures + 1))
  say "**FAILED**: $1"
}

say() { # lines
  printf '%s\n' "$@" | tee -a "$report"
}

progress() { # sentence
  printf '%s\n' "$*" >&2
}

die() { # sentence
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

main "$@"

# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# Starting and stopping servers; sourced by run.sh.

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

# With the defaults that anyone gets; TIXGO_ENV adds to them or changes them. The door's services, unless
# `services` names others.
start_tixgo() {
  local port launched names=${services:-$door} urls=("$identity" "$attendance" "$event_service")
  [[ $names != *ticketing* ]] || urls+=("$ticketing" "$gateway")
  if [[ $names == *payment* ]]; then
    urls+=("$payment")
    tixgo_env+=(PAYMENT_GATEWAYS=midtrans,manual "MIDTRANS_SNAP_URL=$simulator" "MIDTRANS_API_URL=$simulator"
      "MIDTRANS_SERVER_KEY=$simulated_key")
  fi
  [[ $names != *wallet* ]] || urls+=("$wallet")
  for port in "$identity_port" "$attendance_port" "$event_port" "$portal_port" "$ticketing_port" "$payment_port" "$gateway_port" "$wallet_port" "$wallet_transfers_port"; do
    expect_free "$port"
  done
  mkdir -p "$work/tixgo"
  [[ -n ${kept_data:-} ]] || rm -rf "$work/tixgo/data"
  launched=$(now_ms)
  (
    cd "$work/tixgo" || exit
    exec env -i PATH="$PATH" HOME="${HOME:-/}" LANG=C.UTF-8 ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} \
      JWT_SECRET="$jwt_secret" ADMIN_USERNAME=admin ADMIN_PASSWORD="$admin_password" \
      IDENTITY_PORT="$identity_port" ATTENDANCE_PORT="$attendance_port" EVENT_PORT="$event_port" \
      PORTAL_PORT="$portal_port" TICKETING_PORT="$ticketing_port" PAYMENT_PORT="$payment_port" \
      GATEWAY_PORT="$gateway_port" WALLET_PORT="$wallet_port" \
      WALLET_TRANSFERS_PORT="$wallet_transfers_port" SERVICE_TOKEN="$service_token" SERVICES="$names" \
      BIND_HOST=127.0.0.1 INTERNAL_HOST=127.0.0.1 DATA_DIR="$work/tixgo/data" \
      STORE="${STORE:-file}" RATE_LIMITS="${RATE_LIMITS:-off}" \
      ${TIXGO_JAVA_OPTS:+JAVA_OPTS="$TIXGO_JAVA_OPTS"} "${tixgo_env[@]}" "$tixgo" all
  ) >"$work/tixgo.log" 2>&1 &
  pid=$!
  started+=("$pid")
  for port in "${urls[@]}"; do
    until_answered "$port/health/ready" "$pid" "$work/tixgo.log" 200
  done
  seen[start_ms]=$(($(now_ms) - launched))
  pid=$(jvm_of "$pid") || die "$tixgo started no JVM."
  started+=("$pid")
  log_in
}

# Whatever is to be paid is paid there at once.
start_simulator() {
  expect_free "$simulator_port"
  SIMULATOR_PORT=$simulator_port SIMULATOR_SMTP_PORT=0 SIMULATOR_WEBHOOK_URL=$payment/webhooks/payment \
    MIDTRANS_SERVER_KEY=$simulated_key "$root/bin/tixgo-simulator" >"$work/simulator.log" 2>&1 &
  pid=$!
  started+=("$pid")
  until_answered "$simulator/health" "$pid" "$work/simulator.log" 200
  curl -sS -f -o /dev/null -m 10 -X PUT -d '{"auto_pay": true}' "$simulator/_sim/switches"
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
  # Those that were started by what runs beside this.
  for process in "$work"/chaos/*.pid; do
    [[ ! -e $process ]] || started+=("$(cat "$process")")
  done
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
    # What has ended and nobody has asked for is still there, without a command line.
    [[ -n $(tr -d '\0' 2>/dev/null <"/proc/$1/cmdline") ]] || return 0
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

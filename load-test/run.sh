#!/usr/bin/env bash
# Measures TixGo on this machine, each figure beside one that was measured in the
# same run. README.md says what the scenarios are and what the settings mean.
#
# usage: load-test/run.sh
#   [checkins|durable|slow-disk|flood|guard|chaos|batch|ticket-list|history|listeners|bookings|transfers|sale|checkout|availability|gateway|open-loop|streaming|memory|costs|forecast|bare|all]
# shellcheck disable=SC2034 # What is set here is used in lib.
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
flood_connections=${FLOOD_CONNECTIONS:-16}
guard_rate=${GUARD_RATE:-1000}
guard_seconds=${GUARD_SECONDS:-10}
guard_warm_up_seconds=${GUARD_WARM_UP_SECONDS:-20}
guard_flood_seconds=${GUARD_FLOOD_SECONDS:-6}
chaos_seconds=${CHAOS_SECONDS:-120}
batches=${BATCHES:-5}
batch_scans=${BATCH_SCANS:-5000}
listed_tickets=${LISTED_TICKETS:-200000}
list_seconds=${LIST_SECONDS:-4} # so few that the list is long enough
read -ra histories <<<"${HISTORIES:-1000 1000000}"
listener_count=${LISTENERS:-1000}
scanner_count=${SCANNERS:-60}
scan_rate=${SCAN_RATE:-60}
listen_seconds=${LISTEN_SECONDS:-20}
sale_places=${SALE_PLACES:-10000}
sale_clients=${SALE_CLIENTS:-200}
online_clients=${ONLINE_CLIENTS:-40}
online_warm_up_sales=${ONLINE_WARM_UP_SALES:-4} # of so many places each
sale_seconds=${SALE_SECONDS:-8}
sale_warm_up_seconds=${SALE_WARM_UP_SECONDS:-12} # not longer: all bookings are in memory
wallet_users=${WALLET_USERS:-200}
read -ra booking_rates <<<"${BOOKING_RATES:-500 2000 4000}"
read -ra booking_counts <<<"${BOOKING_COUNTS:-100 100000}"

identity_port=${IDENTITY_PORT:-28081}
attendance_port=${ATTENDANCE_PORT:-28082}
event_port=${EVENT_PORT:-28000}
portal_port=${PORTAL_PORT:-28080}
ticketing_port=${TICKETING_PORT:-28003}
payment_port=${PAYMENT_PORT:-28005}
wallet_port=${WALLET_PORT:-25001}
wallet_transfers_port=${WALLET_TRANSFERS_PORT:-25002}
gateway_port=${GATEWAY_PORT:-28091}
simulator_port=${SIMULATOR_PORT:-29200}
nginx_port=${NGINX_PORT:-28090}
bare_port=${BARE_PORT:-18090}

identity=http://127.0.0.1:$identity_port
attendance=http://127.0.0.1:$attendance_port
event_service=http://127.0.0.1:$event_port
ticketing=http://127.0.0.1:$ticketing_port
payment=http://127.0.0.1:$payment_port
wallet=http://127.0.0.1:$wallet_port
gateway=http://127.0.0.1:$gateway_port
simulator=http://127.0.0.1:$simulator_port
bare=http://127.0.0.1:$bare_port

door=identity,event,attendance,portal
everything=$door,ticketing,gateway
box_heap='-Xmn16m -Xms1024m -Xmx1024m' # what bin/tixgo gives to a machine of 2 GB

run_id=$(date +%s)
admin_password=load-$run_id-$RANDOM$RANDOM
jwt_secret=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')
service_token=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')
simulated_key=SB-Mid-server-load-$run_id
tick_us=$((1000000 / $(getconf CLK_TCK)))
max_threads=$(nproc)
work=
started=()
serial=0
failures=0
maximum=
pid=
token=
sale=
declare -A seen=()

main() {
  local scenario=${1:-all}
  case $scenario in
    checkins | durable | slow-disk | flood | guard | chaos | batch | ticket-list | history | listeners) ;;
    bookings | transfers | sale | checkout | availability | gateway | open-loop | streaming | memory | costs | forecast | bare | all) ;;
    *) die "usage: $0 [checkins|durable|slow-disk|flood|guard|chaos|batch|ticket-list|history|listeners|bookings|transfers|sale|checkout|availability|gateway|open-loop|streaming|memory|costs|forecast|bare|all]" ;;
  esac
  prepare "$scenario"
  describe_machine
  case $scenario in
    checkins) checkins ;;
    durable) durable ;;
    slow-disk) slow_disk ;;
    flood) flood ;;
    guard) guard ;;
    chaos) chaos ;;
    batch) batch ;;
    ticket-list) ticket_list ;;
    history) history ;;
    listeners) listeners ;;
    bookings) bookings ;;
    transfers) transfers ;;
    sale) sale ;;
    checkout) checkout ;;
    availability) availability ;;
    gateway) gateway ;;
    open-loop) open_loop ;;
    streaming) streaming ;;
    memory) memory ;;
    costs) costs ;;
    forecast) forecast ;;
    bare) only_bare ;;
    all)
      checkins
      durable
      slow_disk
      flood
      guard
      chaos
      batch
      ticket_list
      history
      listeners
      bookings
      transfers
      sale
      checkout
      availability
      gateway
      open_loop
      streaming
      memory
      ;;
  esac
  progress "The report is in ${report#"$root"/}."
  ((failures == 0)) || die "$failures check(s) failed: see the report."
}

for part in scenarios door sales wallets measuring processes tixgo machine report identity guard chaos forecast; do
  # shellcheck source=/dev/null
  source "$here/lib/$part.sh"
done
main "$@"

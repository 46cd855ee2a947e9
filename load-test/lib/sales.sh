# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What a sale costs; sourced by run.sh.

# In one process, in turn. Attendance hears of every booking meanwhile, and looks whether it is a ticket.
bookings() {
  local rows=$work/bookings.tsv round name levels=(128)
  : >"$rows"
  say '' '## POST /bookings of one ticket type beside POST /checkins, STORE=file' ''
  for ((round = 1; round <= rounds; round++)); do
    services=$everything start_tixgo
    drive_checkins "$sale_warm_up_seconds"
    drive_bookings "$sale_warm_up_seconds"
    for name in $( ((round % 2)) && echo checkins bookings || echo bookings checkins); do
      sleep "$pause_seconds"
      "drive_$name" "$sale_seconds"
      progress "$name, round $round: ${seen[rps]} requests/s, p99 ${seen[p99]} µs"
      add_row "$round" "$name" 128 "$pid" "$rows"
    done
    stop_all
  done
  say_levels "$rows"
  say_ratios "$rows" bookings checkins 'at least 0.6'
}

drive_checkins() { # seconds
  local event=beside-$run_id-$((++serial))
  drive "$pid" "$1" 128 checkins.lua "$attendance/checkins" "$event"
  expect_quietly "errors of check-ins" "${seen[errors]}" 0
}

drive_bookings() { # seconds
  local held
  open_sale 10000000
  drive "$pid" "$1" 128 bookings.lua "$ticketing/bookings" "$sale"
  expect_quietly "errors of bookings" "${seen[errors]}" 0
  held=$(places held)
  ((held >= seen[requests] && held <= seen[requests] + 128)) ||
    fail "wrk counted ${seen[requests]} bookings, TixGo $held"
}

# Everybody wants to be first: as many clients as can't all be served at once.
sale() {
  local listed
  say '' "## $sale_places places, sold to $sale_clients clients who ask again after a second" ''
  services=$everything start_tixgo
  open_sale $((sale_places * 4))
  sell cash
  open_sale "$sale_places"
  sell cash
  listed=$(now_ms)
  until_listed "$sale_places"
  say "- ${seen[answers]} answers in $(quotient "${seen[duration_us]}" 1000000) s: p50 $(ms "${seen[p50]}") ms, p99 $(ms "${seen[p99]}") ms, longest $(ms "${seen[max]}") ms; asked again: ${seen[repeated]}; other load ${seen[others]} %; wanted: p99 under 50 ms" \
    "- all on the door's list $(($(now_ms) - listed)) ms after the last was paid; wanted: within 1,000"
  say_simulated
  expect 'places held, by what clients were told' "${seen[held]}" "$sale_places"
  expect 'places paid, by what clients were told' "${seen[paid]}" "$sale_places"
  expect 'places sold, by what Ticketing says' "$(places sold)" "$sale_places"
  expect 'answers that were neither a place nor sold out' "${seen[wrong]}" 0
  stop_all
}

# What the simulation makes of the processor time that an answer took, the clients' included.
say_simulated() {
  local each=$(((seen[server_us] + seen[generator_us]) / seen[answers]))
  HOLD_US=$each forecaster clients "$sale_clients" "${seen[answers]}" "$max_threads" >"$work/simulated"
  say "- processor time: $each µs an answer, the clients' included; simulated with that: $(sed 's/^RESULT //' "$work/simulated")"
}

# Held, checked out, paid at the simulated gateway, told, asked, issued, on the door's list.
checkout() {
  local began took webhook round ticketing_us payment_us
  sale_clients=$online_clients
  say '' "## $sale_places places, paid online by $sale_clients clients after $online_warm_up_sales such sales, until the door has them on its list" ''
  start_simulator
  services=$everything,payment start_tixgo
  for ((round = 1; round <= online_warm_up_sales; round++)); do
    open_sale "$sale_places"
    sell online
    until_listed "$sale_places"
  done
  open_sale "$sale_places"
  ticketing_us=$(thread_us store-ticketing) payment_us=$(thread_us store-payment)
  began=$(now_ms)
  sell online
  until_listed "$sale_places"
  took=$(($(now_ms) - began))
  webhook=$(webhooks)
  say "- $((sale_places * 1000 / took)) orders/s from the first hold until the last ticket was on the list; wanted: 1,000" \
    "- buyers' ${seen[answers]} answers: p50 $(ms "${seen[p50]}") ms, p99 $(ms "${seen[p99]}") ms, longest $(ms "${seen[max]}") ms; asked again: ${seen[repeated]}; other load, the simulator's included, ${seen[others]} %" \
    "- POST /webhooks/payment, by the gateway's clock: $webhook; wanted: p99 under 50 ms" \
    "- processor time: $(quotient "${seen[server_us]}" "$sale_places") µs an order until the last was checked out; of all of it Ticketing's store thread $(quotient $(($(thread_us store-ticketing) - ticketing_us)) "$sale_places"), Payment's $(quotient $(($(thread_us store-payment) - payment_us)) "$sale_places")"
  expect 'places held, by what clients were told' "${seen[held]}" "$sale_places"
  expect 'orders checked out, by what clients were told' "${seen[paid]}" "$sale_places"
  expect 'places sold, by what Ticketing says' "$(places sold)" "$sale_places"
  expect 'answers that were neither a place nor sold out' "${seen[wrong]}" 0
  expect 'notifications that were not answered 200' "$(curl -sS -f -m 30 "$simulator/_sim/deliveries" | grep -o '"status":[0-9]*' | grep -vc ':200' || true)" 0
  stop_all
  tixgo_env=()
}

webhooks() {
  curl -sS -f -m 30 "$simulator/_sim/deliveries" | grep -o '"took_us":[0-9]*' | cut -d: -f2 | tail -n "$sale_places" | sort -n |
    awk '{ us[NR] = $1 } END { printf "%d, p50 %.1f ms, p99 %.1f ms", NR, us[int((NR + 1) / 2)] / 1000, us[int(NR * 0.99)] / 1000 }'
}

until_listed() { # places
  local began
  began=$(now_ms)
  until [[ $(registered) == "$1" ]]; do
    (($(now_ms) - began < 120000)) || die 'The door never heard of all tickets.'
  done
}

availability() {
  local rows=$work/availability.tsv round count i levels=(8)
  local -a urls=()
  : >"$rows"
  say '' '## GET /shop/events/{id}/availability, by the number of bookings' ''
  services=$everything start_tixgo
  for count in "${booking_counts[@]}"; do
    progress "making $count bookings"
    open_sale "$count"
    sell hold
    expect_quietly 'bookings made' "$(places held)" "$count"
    urls+=("$ticketing/shop/events/${sale%/*}/availability")
  done
  warm_up availability "$pid" get.lua "${urls[0]}"
  for ((round = 1; round <= rounds; round++)); do
    for i in "${!urls[@]}"; do
      drive "$pid" "$sale_seconds" 8 get.lua "${urls[i]}" availability
      expect_quietly "errors of availability" "${seen[errors]}" 0
      add_row "$round" "${booking_counts[i]}" 8 "$pid" "$rows"
    done
  done
  stop_all
  say_levels "$rows"
  say_ratios "$rows" "${booking_counts[-1]}" "${booking_counts[0]}" 'about 1'
}

# Sets `sale` to a new event and its ticket type.
open_sale() { # places
  local event=sale-$run_id-$((++serial)) type
  post "$event_service/events" "{\"id\":\"$event\",\"title\":\"Sale\",\"start_time\":\"2099-12-31T12:00:00Z\"}" >"$work/made"
  type=$(post "$ticketing/ticket-types" "{\"event_id\":\"$event\",\"name\":\"REGULAR\",\"price\":50000,\"quota\":$1}" |
    sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
  sale=$event/$type
}

post() { # url json
  curl -sS -f -m 10 -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "$2" "$1" ||
    die "POST $1 was refused."
}

# Sells all of it; fills `seen`. Buyers live too briefly for the JVM's second compiler, which would
# take a third of the processors from who is measured.
sell() { # hold|cash|online
  watched "$pid" "$java" "${generator_java_opts[@]}" -XX:TieredStopAtLevel=1 -cp "$target/classes:$target/lib/*" \
    id.tixgo.loadtest.ImpatientBuyers "$ticketing" "$payment" "${sale%/*}" "${sale#*/}" "$sale_clients" "$1"
}

places() { # held|sold
  curl -sS -f -m 10 -H "Authorization: Bearer $token" "$ticketing/ticket-types/${sale#*/}" |
    sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"
}

# How many tickets are on the door's list.
registered() {
  curl -sS -f -m 10 -H "Authorization: Bearer $token" "$attendance/attendance/${sale%/*}/stats" |
    sed -n 's/.*"total_registered":\([0-9]*\).*/\1/p'
}

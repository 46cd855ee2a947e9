# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What sales need that nobody can try here; sourced by run.sh.

# Through Portal, as browsers send them; of bookings also what Ticketing's one store thread takes.
costs() {
  local files shop=http://127.0.0.1:$portal_port/gateway/ticketing portal=http://127.0.0.1:$portal_port
  say '' '## What buyers cost, through Portal' '' \
    '| what | processor time, µs | of it the store thread, µs | bytes |' '| --- | ---: | ---: | ---: |'
  services=$everything start_tixgo
  open_sale 10000000
  files=$(page_files "$portal")
  cost 'the page, all its files' page.lua "$portal" "$files"
  KEPT=yes cost 'the same, asked whether they have changed' page.lua "$portal" "$files"
  cost "an event's prices" get.lua "$shop/shop/events/${sale%/*}" 'none'
  cost 'a booking' bookings.lua "$shop/bookings" "$sale"
  cost_of_streams "$shop"
  cost_of_log_ins
  open_sale 1
  REFUSED=yes cost 'a booking when all are sold' bookings.lua "$shop/bookings" "$sale"
  stop_all
}

# What index.html names, and itself.
page_files() { # portal
  curl -sS -f -m 10 "$1/" | grep -oE '(src|href)="/[^"]*"' | cut -d'"' -f2 | sort -u | paste -sd, - | sed 's|^|/,|'
}

# Of several paths with a comma between them, all together.
cost() { # what script url paths-or-event
  local store of
  of=$(tr , '\n' <<<"$4" | wc -l)
  drive "$pid" "$sale_warm_up_seconds" 32 "$2" "$3" "$4"
  store=$(thread_us store-ticketing)
  drive "$pid" "$sale_seconds" 32 "$2" "$3" "$4"
  store=$(($(thread_us store-ticketing) - store))
  [[ -n ${REFUSED:-} ]] || expect_quietly "errors of $1" "${seen[errors]}" 0
  say "| $1 | $(of_one "${seen[server_us]}" "$of") | $(of_one "$store" "$of") | $(of_one "${seen[bytes]:-0}" "$of") |"
  unset 'seen[bytes]'
}

of_one() { # sum requests-of-one
  quotient $(($1 * $2)) "${seen[requests]}"
}

# Of one message of one stream, while places are held all the time: as often as streams are told.
cost_of_streams() { # shop
  local before alone told i
  local -a readers=()
  before=$(cpu_us "$pid")
  hold_for_a_while
  alone=$(($(cpu_us "$pid") - before))
  for i in 1 2 3 4; do
    curl -sSN -Z --parallel-immediate --no-progress-meter --parallel-max 250 -m 120 "$1/shop/events/${sale%/*}/availability/stream#[1-250]" >"$work/told-$i" 2>/dev/null &
    readers+=($!)
  done
  sleep "$pause_seconds"
  hold_for_a_while
  told=$(cat "$work"/told-* | grep -c '^event: availability')
  before=$(cpu_us "$pid")
  hold_for_a_while
  before=$(($(cpu_us "$pid") - before - alone))
  told=$(($(cat "$work"/told-* | grep -c '^event: availability') - told))
  say "| a message of a live stream, $told of 1,000 streams | $(quotient "$before" "$told") | 0 | 0 |"
  kill "${readers[@]}"
}

hold_for_a_while() {
  local end=$((SECONDS + sale_seconds))
  while ((SECONDS < end)); do
    post "$ticketing/bookings" "{\"event_id\":\"${sale%/*}\",\"ticket_type_id\":\"${sale#*/}\",\"quantity\":1,\"buyer\":{\"name\":\"One\"}}" >"$work/made"
    sleep 0.05
  done
}

cost_of_log_ins() {
  local before i
  for ((i = 0; i < 10; i++)); do log_in; done
  before=$(cpu_us "$pid")
  for ((i = 0; i < 40; i++)); do log_in; done
  say "| a log-in | $(quotient $(($(cpu_us "$pid") - before)) 40) | 0 | 0 |"
}

# Processor time of one thread of the server.
thread_us() { # name
  local task
  for task in /proc/"$pid"/task/*; do
    [[ $(cat "$task/comm" 2>/dev/null) == "$1" ]] || continue
    echo $(($(sed 's/.*) //' "$task/stat" | awk '{ print $12 + $13 }') * tick_us))
  done
}

# Arrivals are simulated, what they cost was measured; the settings of Costs.java say other costs.
forecast() {
  local folder=$target/forecast
  mkdir -p "$folder"
  say '' '## Sales that nobody can try here, simulated' '' \
    '| sale | nothing left after s | paid | answer to a booking, p50, p99, s | longest wait in the room, s | first minute: processors, requests + streams, s | turns in Ticketing, Payment, s | line, s |' \
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
  say "$(forecaster sales "$folder")"
  awk -f "$here/lib/forecast.awk" "$folder"/{stadium,stadium-room,stadium-8-cores,band,ten-stadiums}.csv >"$folder/forecast.svg"
}

forecaster() { # arguments of Forecast
  "$java" -XX:+UseSerialGC -Xmx2g -cp "$target/classes:$target/lib/*" id.tixgo.loadtest.Forecast "$@"
}

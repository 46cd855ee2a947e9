# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# Talking to TixGo; sourced by run.sh.

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

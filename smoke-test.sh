#!/usr/bin/env bash
# Checks a running TixGo from outside: ./smoke-test.sh IDENTITY_URL ATTENDANCE_URL [PORTAL_URL [GATEWAY_URL]]
# Needs curl alone, since a set-top box may have no jq.
set -uo pipefail

identity=${1:-http://localhost:18081}
attendance=${2:-http://localhost:18082}
portal=${3:-}
gateway=${4:-}
run=$(date +%s)-$$
user="smoke-$run"
event="smoke-event"
ticket="SMOKE-$run"
token=
status=
body=

fail() { echo "FAILED: $*"; exit 1; }

# call METHOD URL [JSON]: sets status and body.
call() {
  local method=$1 url=$2 json=${3:-} answer
  local arguments=(-sS -m 15 -X "$method" -w '\n%{http_code}')
  [ -z "$token" ] || arguments+=(-H "Authorization: Bearer $token")
  [ -z "$json" ] || arguments+=(-H 'Content-Type: application/json' -d "$json")
  answer=$(curl "${arguments[@]}" "$url" 2>&1) || fail "$method $url: $answer"
  status=${answer##*$'\n'}
  body=${answer%$'\n'*}
}

# expect WHAT STATUS [TEXT ...]: the last answer has this status and holds each text.
expect() {
  local what=$1 wanted=$2 text
  shift 2
  [ "$status" = "$wanted" ] || fail "$what: status $status instead of $wanted: $body"
  for text in "$@"; do
    [[ $body == *"$text"* ]] || fail "$what: no $text in $body"
  done
  echo "ok: $what"
}

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$body"; }

call GET "$identity/health"
expect "Identity is up" 200 '"status":"ok"' '"service":"identity-service"'
call GET "$attendance/health"
expect "Attendance is up" 200 '"status":"ok"' '"service":"attendance-service"'

call POST "$identity/auth/register" \
  "{\"username\":\"$user\",\"password\":\"smoke-secret\",\"role\":\"committee\"}"
expect "a committee member registers" 201 "\"username\":\"$user\"" '"role":"committee"'
call POST "$identity/auth/register" "{\"username\":\"$user\",\"password\":\"smoke-secret\"}"
expect "a taken name is refused" 400 "User $user sudah terdaftar"
call POST "$identity/auth/login" "{\"username\":\"$user\",\"password\":\"not-the-secret\"}"
expect "a wrong password is refused" 401 'Invalid username/password'
call POST "$identity/auth/login" "{\"username\":\"$user\",\"password\":\"smoke-secret\"}"
expect "log-in gives a token" 200 '"token_type":"bearer"'

call POST "$attendance/checkins" "{\"event_id\":\"$event\",\"ticket_id\":\"$ticket\"}"
expect "a check-in without a token is refused" 401 'Missing Authorization header'

call POST "$identity/auth/login" "{\"username\":\"$user\",\"password\":\"smoke-secret\"}"
token=$(field access_token)
[ -n "$token" ] || fail "log-in gives a token: none in the answer"
call GET "$identity/auth/me"
expect "the token says who it is" 200 "\"username\":\"$user\"" '"role":"committee"'
call POST "$attendance/checkins" "{\"event_id\":\"$event\",\"ticket_id\":\"$ticket\"}"
expect "a ticket checks in" 201 '"status":"checked_in"' "\"ticket_id\":\"$ticket\"" \
  "\"checked_in_by\":\"$user\""
call POST "$attendance/checkins" "{\"event_id\":\"$event\",\"ticket_id\":\"$ticket\"}"
expect "the same ticket is refused" 409 'Ticket sudah pernah check-in' "\"checked_in_by\":\"$user\""
call POST "$attendance/checkins?dry_run=true" "{\"event_id\":\"$event\",\"ticket_id\":\"$ticket\"}"
expect "a dry run only says so" 200 '"status":"refused"' '"code":"ALREADY_CHECKED_IN"'
call POST "$attendance/checkins" "{\"event_id\":\"$event\",\"ticket_id\":\"$ticket\",\"direction\":\"out\"}"
expect "the ticket leaves" 201 '"direction":"out"'
scans="{\"nonce\":\"$run\",\"event_id\":\"$event\",\"ticket_id\":\"LATE-$run\",\"scanned_at\":\"2026-01-01T12:00:00Z\"}"
for time in first second; do
  call POST "$attendance/checkins/batch" "{\"device_id\":\"smoke\",\"scans\":[$scans]}"
  expect "a scan made offline is taken over, the $time time" 200 '"status":"checked_in"'
done
call GET "$attendance/attendance/$event/stats"
expect "the event has numbers" 200 '"total_checked_in":' '"ALREADY_CHECKED_IN":'
call GET "$attendance/attendance/$event/scans?ticket_id=$ticket"
expect "the ticket has its story" 200 '"kind":"check_in"' '"kind":"refusal"' '"kind":"check_out"'
call GET "$attendance/attendance/$event?format=csv&tz=Asia/Jakarta"
expect "the attendance is a spreadsheet too" 200 'ticket_id' "LATE-$run"
call GET "$attendance/attendance/$event"
expect "the attendance lists it" 200 "\"event_id\":\"$event\"" "\"ticket_id\":\"$ticket\""
call GET "$attendance/checkins?event_id=$event"
expect "so does the list of one's own" 200 "\"user_id\":\"$user\"" "\"ticket_id\":\"$ticket\""
call GET "$attendance/events"
expect "Event answers through the gateway" 200 '['
call POST "$attendance/events" '{"title":"x","start_time":"2026-12-31T19:00:00Z"}'
expect "only an admin makes events" 403 '"code":"FORBIDDEN"'
if [ -n "$portal" ]; then
  call GET "$portal/"
  expect "the web application is there" 200 'importmap' 'tixgo-app'
  call GET "$portal/api/auth/me"
  expect "Portal knows the token" 200 "\"username\":\"$user\""
  call GET "$portal/gateway/attendance/attendance/$event/stats"
  expect "Portal forwards to Attendance" 200 '"event_id"'
fi
if [ -n "$gateway" ]; then
  call GET "$gateway/auth/me"
  expect "Gateway shows Identity" 200 "\"username\":\"$user\""
  call GET "$gateway/api/v1/attendance/$event/stats"
  expect "Gateway shows Attendance, below /api/v1 too" 200 '"total_checked_in":'
  call GET "$gateway/events"
  expect "Gateway shows Event" 200 '['
  call GET "$gateway/internal/feed"
  expect "Gateway shows nothing internal" 404 '"code":"NOT_FOUND"'
fi
call POST "$identity/auth/logout"
expect "log-out works" 204
deadline=$((SECONDS + ${TOKEN_CACHE_SECONDS:-30} + 2))
until call GET "$attendance/events" && [ "$status" = 401 ]; do
  [ $SECONDS -lt $deadline ] || fail "a logged-out token is refused: status $status"
done
expect "a logged-out token is refused" 401 'Invalid or expired token'
echo "The smoke test passed."

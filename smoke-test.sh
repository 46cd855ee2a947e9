#!/usr/bin/env bash
# Checks a running TixGo from outside: ./smoke-test.sh IDENTITY_URL ATTENDANCE_URL [PORTAL_URL [GATEWAY_URL]]
# Through Gateway it sells, too, as the admin of the environment or of .env: ADMIN_USERNAME, ADMIN_PASSWORD.
# Needs curl alone, since a set-top box may have no jq.
set -uo pipefail

# setting NAME: as the environment has it, or else .env beside this script.
setting() { echo "${!1:-$(sed -n "s/^$1=//p" "$(dirname "$0")/.env" 2>/dev/null | tr -d "\"'\r")}"; }

tls_cert=$(setting TLS_CERT)
scheme=${tls_cert:+https}
identity=${1:-${scheme:-http}://localhost:18081}
attendance=${2:-${scheme:-http}://localhost:18082}
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

# Our own certificate is known by its key, whatever name it is for: localhost is seldom in one.
trust=()
if [ -r "$tls_cert" ] && command -v openssl >/dev/null; then
  pin=$(openssl x509 -in "$tls_cert" -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256 -binary | base64)
  trust=(-k --pinnedpubkey "sha256//$pin")
elif [ -r "$tls_cert" ]; then
  trust=(--cacert "$tls_cert")
fi

# call METHOD URL [JSON]: sets status and body.
call() {
  local method=$1 url=$2 json=${3:-} answer
  local arguments=(-sS -m 15 -X "$method" -w '\n%{http_code}')
  [[ $url != https:* ]] || arguments+=("${trust[@]}")
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

# log_in USER PASSWORD: sets token.
log_in() {
  token=
  call POST "$identity/auth/login" "{\"username\":\"$1\",\"password\":\"$2\"}"
  token=$(field access_token)
  [ -n "$token" ] || fail "$1 logs in: $body"
}

# An event with one place, its ticket sold to a buyer, who enters; then the event is taken away again.
sell() {
  local staff=$token sale=sale-$run buyer=buyer-$run@example.com admin type booking sold
  log_in "$(setting ADMIN_USERNAME)" "$(setting ADMIN_PASSWORD)"
  admin=$token
  call POST "$gateway/events" \
    "{\"id\":\"$sale\",\"title\":\"Smoke test\",\"start_time\":\"2099-12-31T19:00:00Z\",\"capacity\":1}"
  expect "an admin makes an event with one place" 201 "\"id\":\"$sale\""
  call POST "$gateway/ticket-types" "{\"event_id\":\"$sale\",\"name\":\"REGULAR\",\"price\":50000,\"quota\":10}"
  expect "tickets go on sale" 201 '"available":1,'
  type=$(field id)
  token=
  call GET "$gateway/shop/events/$sale/availability"
  expect "anybody sees what is left" 200 '"available":1,'
  call POST "$gateway/auth/register" "{\"email\":\"$buyer\",\"password\":\"smoke-secret\"}"
  expect "a buyer registers by e-mail address" 201 "\"username\":\"$buyer\""
  log_in "$buyer" smoke-secret
  buyer=$token
  call POST "$gateway/bookings" "{\"event_id\":\"$sale\",\"ticket_type_id\":\"$type\",\"quantity\":1}"
  expect "the buyer books" 201 '"status":"PENDING"' '"total_price":50000,'
  booking=$(field id)
  call POST "$gateway/bookings/$booking/confirm-payment"
  expect "who hasn't paid gets no ticket" 402 '"code":"PAYMENT_REQUIRED"'
  token=$staff
  call POST "$gateway/bookings" "{\"event_id\":\"$sale\",\"ticket_type_id\":\"$type\",\"quantity\":1}"
  expect "a place is sold once" 409 '"code":"SOLD_OUT"'
  call POST "$gateway/bookings/$booking/confirm-payment" '{"method":"cash"}'
  expect "staff take cash" 200 '"status":"PAID"' '"ticket_id":"'
  sold=$(field ticket_id)
  token=$buyer
  call GET "$gateway/tickets/$sold.svg"
  expect "the ticket has a QR code" 200 '<svg'
  token=$staff
  enter_within_seconds "{\"event_id\":\"$sale\",\"ticket_id\":\"$sold\"}"
  expect "the sold ticket enters" 201 '"ticket_type":"REGULAR"'
  call POST "$gateway/checkins" "{\"event_id\":\"$sale\",\"ticket_id\":\"$sold\"}"
  expect "it enters once" 409 '"code":"ALREADY_CHECKED_IN"'
  call POST "$gateway/checkins" "{\"event_id\":\"$sale\",\"ticket_id\":\"$ticket\"}"
  expect "no other ticket enters" 404 '"code":"UNKNOWN_TICKET"'
  token=$admin
  call DELETE "$gateway/events/$sale?force=true"
  expect "the event is taken away again" 200 '"status":"deleted"'
  call POST "$gateway/auth/logout"
  token=$staff
}

# What is sold is on the door's list within a second; a busy machine may take longer.
enter_within_seconds() { # check-in
  local deadline=$((SECONDS + 10))
  until call POST "$gateway/checkins" "$1" && [ "$status" != 404 ]; do
    [ $SECONDS -lt $deadline ] || break
  done
}

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

log_in "$user" smoke-secret
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
  if [ -n "$(setting ADMIN_PASSWORD)" ]; then
    sell
  else
    echo "skipped: a sale, which takes an admin (ADMIN_USERNAME, ADMIN_PASSWORD)"
  fi
fi
call POST "$identity/auth/logout"
expect "log-out works" 204
deadline=$((SECONDS + ${TOKEN_CACHE_SECONDS:-30} + 2))
until call GET "$attendance/events" && [ "$status" = 401 ]; do
  [ $SECONDS -lt $deadline ] || fail "a logged-out token is refused: status $status"
done
expect "a logged-out token is refused" 401 'Invalid or expired token'
echo "The smoke test passed."

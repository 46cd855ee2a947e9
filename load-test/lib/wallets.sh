# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# What moving money between wallets costs; sourced by run.sh.

# In one process, in turn: a transfer begins, which holds the sender's money.
transfers() {
  local rows=$work/transfers.tsv round name levels=(128)
  local -a names=(checkins transfers to-one)
  : >"$rows"
  say '' '## POST /transactions of Wallet beside POST /checkins, STORE=file' ''
  for ((round = 1; round <= rounds; round++)); do
    services=$door,wallet start_tixgo
    open_wallets
    for name in "${names[@]}"; do
      "drive_$name" "$sale_warm_up_seconds"
    done
    for name in "${names[@]:round % 3}" "${names[@]:0:round % 3}"; do
      sleep "$pause_seconds"
      "drive_$name" "$sale_seconds"
      progress "$name, round $round: ${seen[rps]} requests/s, p99 ${seen[p99]} µs"
      add_row "$round" "$name" 128 "$pid" "$rows"
    done
    stop_all
  done
  say_levels "$rows"
  say_ratios "$rows" transfers checkins 'at least 0.6'
  say_ratios "$rows" to-one transfers 'at least 0.8'
}

# Sets `wallets` to the numbers of new users with a lot of money, FIRST-LAST.
open_wallets() {
  local i id first=
  for ((i = 1; i <= wallet_users; i++)); do
    id=$(post "$identity/users" "{\"username\":\"rich-$i\",\"password\":\"secret-1\"}" | sed -n 's/^{"id":\([0-9]*\).*/\1/p')
    first=${first:-$id}
    until curl -sS -f -o /dev/null -m 10 "$wallet/users/$id/topup" -H "X-Service-Token: $service_token" \
      -H 'Content-Type: application/json' -d '{"amount":1000000000}' 2>>"$work/topup.log"; do
      ((SECONDS < 600)) || die "User $id has no wallet."
      sleep 0.1
    done
  done
  wallets=$first-$id
}

drive_transfers() { # seconds
  drive_wallets "$1" "$wallets"
}

drive_to-one() { # seconds
  drive_wallets "$1" "$wallets/1"
}

# The ledger's own count of what is held has to agree.
drive_wallets() { # seconds users
  local before held
  before=$(held_money)
  drive "$pid" "$1" 128 transfers.lua "$wallet/transactions" "$2"
  expect_quietly 'errors of transfers' "${seen[errors]}" 0
  held=$(($(held_money) - before))
  ((held >= seen[requests] && held <= seen[requests] + 128)) ||
    fail "wrk counted ${seen[requests]} transfers, TixGo $held"
}

held_money() {
  curl -sS -f -m 30 -H "X-Service-Token: $service_token" "$wallet/internal/ledger" |
    sed -n 's/.*"held":\([0-9]*\).*/\1/p'
}

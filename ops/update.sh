# shellcheck shell=bash
# ./deploy.sh update: the containers are replaced one by one. Sourced by deploy.sh, whose functions it uses.

# The service whose container is taken away and not back yet; the image of before, and the one that all get.
away= before= newest=

image_of() { engine inspect --format '{{.Image}}' "$1" | sed 's/^sha256://'; } # container

image_id() { engine image inspect --format '{{.Id}}' "$1" | sed 's/^sha256://'; }

# What was started: of the profiles that are set, or else of those that there is a container of.
profiles() {
  local service
  [ -z "${COMPOSE_PROFILES:-}" ] || { echo "$COMPOSE_PROFILES"; return; }
  for service in ticketing payment gateway; do
    [ -z "$(container_of "$service")" ] || { echo all; return; }
  done
  echo door
}

# All that should run, whether or not there is a container of it: who is asked before who asks. Gateway, which waits for the
# others, is the last.
services() {
  local COMPOSE_PROFILES all
  COMPOSE_PROFILES=$(profiles)
  all=$(containers | tr ' ' '\n')
  printf '%s\n' identity event
  grep -vxE 'identity|event|portal|gateway|caddy' <<<"$all"
  echo portal
  grep -x gateway <<<"$all" || true
}

becomes_ready() { # service
  local i id
  id=$(container_of "$1")
  for i in {1..60}; do
    engine exec "$id" bin/tixgo ready >/dev/null 2>&1 && return
    [ "$(engine inspect --format '{{.RestartCount}}' "$id")" -lt 3 ] || return 1
    sleep 0.5
  done
  return 1
}

start() { compose up -d --no-deps --no-build "$1" >/dev/null 2>&1; }

# The data has one owner at a time: the old one lets go of it, then the new one starts.
replace() { # service
  local old begin=$SECONDS
  old=$(container_of "$1")
  away=$1
  if [ -n "$old" ]; then
    engine stop -t 15 "$old" >/dev/null 2>&1
    engine rm -f "$old" >/dev/null 2>&1
  fi
  start "$1" || return 1
  away=
  becomes_ready "$1" || return 1
  echo "$1 is ready again after $((SECONDS - begin)) s."
}

# Whatever ends an update in the middle, a service isn't left away.
bring_back() {
  [ -n "$away" ] || return 0
  echo "deploy.sh: $away was away when the update ended; it is started again." >&2
  start "$away" || echo "deploy.sh: $away couldn't be started: ./deploy.sh update begins with it." >&2
}

is_replaced() { # service
  local id
  id=$(container_of "$1")
  [ -n "$id" ] && [ "$(image_of "$id")" = "$newest" ]
}

# What has to go back, the last first: also what an update replaced that was broken off.
touched() { # service
  local service all=()
  for service in $(services); do
    if [ "$service" = "$1" ] || is_replaced "$service"; then all=("$service" "${all[@]}"); fi
  done
  echo "${all[@]}"
}

# Whether the image of before has no such service. One that it has and that was away all the same is started.
is_new() { # service
  local lib
  lib=$(engine run --rm --entrypoint ls "$before" lib 2>/dev/null) || return 1
  ! grep -q "^$1-verticle-" <<<"$lib"
}

take_away() { # service
  local id
  id=$(container_of "$1")
  [ -z "$id" ] || engine rm -f "$id" >/dev/null 2>&1
  [ "$away" != "$1" ] || away=
  echo "$1 isn't in the image of before and is taken away." >&2
}

# Ends with a failure, whatever comes of it.
go_back() { # service
  local service all bad=()
  engine logs --tail 20 "$(container_of "$1")" >&2 || true
  [ -n "$before" ] || fail "$1 doesn't become ready; its log is above. All others have this image already."
  echo "$1 doesn't become ready; its log is above. Going back to the image of before." >&2
  all=$(touched "$1")
  engine tag tixgo:latest tixgo:failed
  engine tag tixgo:previous tixgo:latest
  for service in $all; do
    if is_new "$service"; then take_away "$service"; else replace "$service" || bad+=("$service"); fi
  done
  [ ${#bad[@]} -eq 0 ] || fail "not ready with the image of before either: ${bad[*]}. See ./deploy.sh logs ${bad[0]}."
  echo "deploy.sh: nothing was updated: all runs as before. The image that failed is tixgo:failed." >&2
  exit 1
}

# Of a registry, or of this machine.
take_image() { # [image]
  if [ -z "${1:-}" ]; then
    compose build
  else
    engine image inspect "$1" >/dev/null 2>&1 || engine pull "$1" || fail "there is no image $1."
    engine tag "$1" tixgo:latest
  fi
  newest=$(image_id tixgo:latest)
}

# What the last runs that has yet to be replaced: an update that was broken off has replaced others. Where all are, what was
# kept stays.
keep_image() {
  local service id image
  for service in $(services); do
    id=$(container_of "$service")
    [ -n "$id" ] || continue
    image=$(image_of "$id")
    [ "$image" = "$newest" ] || before=$image
  done
  [ -z "$before" ] || engine tag "$before" tixgo:previous
}

update() {
  local service any='' kept
  load_env
  [ -n "$(data_container)" ] || fail "there are no containers: start them with ./deploy.sh"
  COMPOSE_PROFILES=$(profiles)
  if is_in_database; then
    kept="The database is yours to back up, and has no copy of before"
  else
    save backup before-update.zip
    kept="What was stored before is in before-update.zip"
  fi
  take_image "${1:-}"
  keep_image
  trap bring_back EXIT
  trap 'exit 1' INT TERM
  for service in $(services); do
    ! is_replaced "$service" || continue
    any=yes
    replace "$service" || go_back "$service"
  done
  if [ -z "$any" ]; then
    echo "All containers have this image already."
  else
    echo "Updated. $kept, the image of before is tixgo:previous."
  fi
}

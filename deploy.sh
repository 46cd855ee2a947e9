#!/usr/bin/env bash
# Runs TixGo: "./deploy.sh local" in one JVM, "./deploy.sh" in containers.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

readonly distribution=launcher/target/tixgo

fail() { echo "deploy.sh: $*" >&2; exit 2; }

usage() {
  cat <<TXT
Usage: ./deploy.sh local          every service in one JVM, in the foreground
       ./deploy.sh                one container per service, in the background;
                                  with COMPOSE_PROFILES=door those of the door alone,
                                  with edge besides Caddy for HTTPS at EDGE_DOMAIN
       ./deploy.sh logs [SERVICE] what the containers write
       ./deploy.sh stop           stops the containers
       ./deploy.sh update [IMAGE] replaces the containers one by one by new ones, of the sources or of an image that
                                  there is; goes back by itself when one isn't healthy
       ./deploy.sh status         what runs, since when, and how it does; the newest backup
       ./deploy.sh doctor [SERVICE...]     looks at settings, secrets, ports, disk, memory and clocks, and
                                  says what is wrong; exit 1 if something is
       ./deploy.sh backup FILE    all that is stored, in one archive, also while TixGo runs
       ./deploy.sh restore FILE [--force]  puts a backup back; --force replaces what is there
       ./deploy.sh export FILE    all that is stored as NDJSON, one record a line
       ./deploy.sh import FILE [--force]   puts an export back
TXT
}

# --- settings ------------------------------------------------------------------------------------

random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

# 32 bytes: an Ed25519 key, as Ticketing reads it, or one of AES-256, as Payment does.
random_key() { head -c 32 /dev/urandom | base64; }

# Fresh secrets, once: nobody runs with a password that is in a repository.
make_env() {
  [ ! -f .env ] || return 0
  local password
  password=$(random 9)
  (
    umask 077
    sed -e "s/^JWT_SECRET=.*/JWT_SECRET=$(random 32)/" -e "s/^SERVICE_TOKEN=.*/SERVICE_TOKEN=$(random 32)/" \
      -e "s|^TICKET_SIGNING_KEY=.*|TICKET_SIGNING_KEY=$(random_key)|" -e "s|^DATA_ENCRYPTION_KEY=.*|DATA_ENCRYPTION_KEY=$(random_key)|" \
      -e 's/^ADMIN_USERNAME=.*/ADMIN_USERNAME=admin/' \
      -e "s/^ADMIN_PASSWORD=.*/ADMIN_PASSWORD=$password/" .env.example >.env
  )
  echo "Made .env with fresh secrets. The admin is admin, the password $password (shown only now)."
}

# Secrets that came later, once for a .env of before: they are kept from then on.
add_secret() { # NAME VALUE
  ! grep -q "^$1=." .env || return 0
  if grep -q "^$1=" .env; then
    sed -i "s|^$1=.*|$1=$2|" .env
  else
    printf '\n%s=%s\n' "$1" "$2" >>.env
  fi
  echo "Added $1 to .env."
}

add_secrets() {
  add_secret SERVICE_TOKEN "$(random 32)"
  add_secret TICKET_SIGNING_KEY "$(random_key)"
  add_secret DATA_ENCRYPTION_KEY "$(random_key)"
}

# Reads KEY=VALUE lines without running them; what the environment has already wins.
load_env() {
  local line name value
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    [[ $line =~ ^([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] || continue
    name=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
    [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]] && value=${BASH_REMATCH[1]}
    [ -n "${!name+set}" ] || export "$name=$value"
  done <.env
}

# --- one JVM -------------------------------------------------------------------------------------

java_version() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p'; }

# The first JDK that is new enough: JAVA_HOME, the one on the PATH, those of the system.
find_jdk() {
  local home candidates=("${JAVA_HOME:-}")
  ! command -v javac >/dev/null || candidates+=("$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")")
  candidates+=(/usr/lib/jvm/*)
  for home in "${candidates[@]}"; do
    [ -x "$home/bin/javac" ] && [[ $(java_version "$home") =~ ^(1[7-9]|[2-9][0-9])$ ]] && { echo "$home"; return; }
  done
  fail "no JDK 17 or newer found: install one (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
}

sources() { find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -not -path './load-test/*' -print0 | sort -z; }

checksum() { { sources | xargs -0 sha256sum; java_version "$JAVA_HOME"; } | sha256sum; }

# What a release unpacks to: its lib is beside this script, and a Java runtime is enough.
is_release() { [ -d lib ]; }

train() { bin/tixgo cds >/dev/null || echo "No archive of classes was made: the start takes a second longer."; }

# Quiet, and only when something changed.
build() {
  local now
  now=$(checksum)
  [ "$now" != "$(cat "$distribution/.built" 2>/dev/null)" ] || return 0
  echo "Building TixGo (the first time it fetches its libraries, which takes minutes) ..."
  rm -rf "$distribution"
  ./mvnw -q -B -DskipTests -Dspotless.check.skip package -pl launcher,provider-simulator -am || fail "the build failed; its messages are above."
  train
  echo "$now" >"$distribution/.built"
}

# What public ports speak: HTTPS with a certificate.
scheme() { [ -n "${TLS_CERT:-}" ] && echo https || echo http; }

# Speaks once all services answer; ends by itself if they never do.
welcome() {
  local here i
  here=$(scheme)://localhost
  local identity=$here:${IDENTITY_PORT:-18081} attendance=$here:${ATTENDANCE_PORT:-18082}
  local portal=$here:${PORTAL_PORT:-18080} gateway=$here:${GATEWAY_PORT:-8090}
  for i in {1..150}; do
    bin/tixgo health "${PORTAL_PORT:-18080}" 2>/dev/null && break
    [ "$i" -lt 150 ] && kill -0 $$ 2>/dev/null && sleep 0.2 || return 0
  done
  cat <<TXT

TixGo runs.
  Web application        $portal   (docs: $portal/docs)
  Identity               $identity   (docs: $identity/docs)
  Attendance and events  $attendance   (docs: $attendance/docs)
  All of it, at once     $gateway   (docs: $gateway/docs)
Log in:
  curl -X POST $identity/auth/login -H 'Content-Type: application/json' \\
    -d '{"username":"${ADMIN_USERNAME:-admin}","password":"<ADMIN_PASSWORD in .env>"}'
Stop: Ctrl-C

TXT
}

make_distribution() {
  if is_release; then
    compgen -G 'tixgo-*.jsa' >/dev/null || train
  else
    JAVA_HOME=$(find_jdk)
    export JAVA_HOME
    build
  fi
}

prepare() {
  make_distribution
  make_env
  add_secrets
  load_env
}

sells() { [[ -z ${SERVICES:-} || ,$SERVICES, == *,payment,* ]]; }

has_gateway() { [[ -n ${PAYMENT_GATEWAYS:-}${MIDTRANS_SERVER_KEY:-}${XENDIT_SECRET_KEY:-} ]]; }

has_wallets() { [[ -z ${SERVICES:-} || ,$SERVICES, == *,wallet,* ]]; }

tells() { [[ -z ${SERVICES:-} || ,$SERVICES, == *,notification,* ]]; }

# Users' wallets are a way to pay wherever both services run, as in containers.
offer_wallets() {
  if sells && has_wallets; then export WALLET_BASE_URL=${WALLET_BASE_URL:-http://127.0.0.1:${WALLET_PORT:-5001}}; fi
}

# Where no gateway's key is set, money is play money.
simulate_gateways() {
  local url=http://127.0.0.1:$SIMULATOR_PORT
  export PAYMENT_GATEWAYS=midtrans,xendit$(has_wallets && echo ,wallet),manual MIDTRANS_SERVER_KEY=SB-Mid-server-TixGoSimulator \
    MIDTRANS_SNAP_URL=$url MIDTRANS_API_URL=$url XENDIT_URL=$url \
    XENDIT_SECRET_KEY=xnd_development_TixGoSimulator XENDIT_CALLBACK_TOKEN=tixgo-simulator-callback
  echo "No payment gateway is set up: a simulator at $url takes play money (docs/simulator.md)."
}

# Where no mail server is set either, mails go no farther than a page.
simulate_mail() {
  export SMTP_SERVER=127.0.0.1 SMTP_PORT=$SIMULATOR_SMTP_PORT
  export PUBLIC_URL=${PUBLIC_URL:-$(scheme)://localhost:${PORTAL_PORT:-18080}}
  echo "No mail server is set up: http://127.0.0.1:$SIMULATOR_PORT/mail shows the mails (docs/simulator.md)."
}

start_simulator() {
  local simulator tixgo=$$
  bin/tixgo-simulator &
  simulator=$!
  # It ends with TixGo, however that ends.
  { while kill -0 "$tixgo" 2>/dev/null; do sleep 1; done; kill "$simulator"; } 2>/dev/null &
}

# What is of others and isn't set up; a release has no simulator. Where money is real, no mail is hidden from who paid: without
# a server it is kept.
simulate() {
  if is_release || ! sells || has_gateway; then return; fi
  export SIMULATOR_PORT=${SIMULATOR_PORT:-9200} SIMULATOR_SMTP_PORT=${SIMULATOR_SMTP_PORT:-9225}
  export SIMULATOR_WEBHOOK_URL=$(scheme)://127.0.0.1:${GATEWAY_PORT:-8090}/webhooks/payment
  simulate_gateways
  if tells && [ -z "${SMTP_SERVER:-}" ]; then simulate_mail; fi
  start_simulator
}

run_local() {
  prepare
  offer_wallets
  simulate
  export GRAPHQL_EXPLORER=${GRAPHQL_EXPLORER:-true}
  welcome &
  exec bin/tixgo all
}

# Of the settings as they are: where there are none yet, the first start makes the secrets.
examine() {
  is_release || make_distribution
  if [ -f .env ]; then
    load_env
  else
    echo "There is no .env yet: the first start makes it, with fresh secrets."
    export JWT_SECRET=${JWT_SECRET:-$(random 32)}
  fi
  exec bin/tixgo "$@"
}

# --- containers ----------------------------------------------------------------------------------

# What the engines call these containers together: Compose cuts the folder's name to what such a name may have.
project() {
  [ ! -f .env ] || load_env
  local name
  name=$(basename "$PWD" | tr '[:upper:]' '[:lower:]' | tr -cd 'a-z0-9_-' | sed 's/^[_-]*//')
  echo "${COMPOSE_PROJECT_NAME:-$name}"
}

compose() {
  ! is_release || fail "a release has no container image: use ./deploy.sh local, or the sources."
  [ ! -f .env ] || load_env
  export COMPOSE_PROFILES=${COMPOSE_PROFILES:-all} COMPOSE_PROJECT_NAME
  COMPOSE_PROJECT_NAME=$(project)
  if docker compose version >/dev/null 2>&1; then docker compose "$@"
  elif command -v docker-compose >/dev/null && docker info >/dev/null 2>&1; then docker-compose "$@"
  elif command -v podman-compose >/dev/null; then BUILDAH_FORMAT=docker podman-compose -p "$COMPOSE_PROJECT_NAME" "$@"
  else fail "neither Docker Compose nor podman-compose found: install one, or use ./deploy.sh local."
  fi
}

has_profile() { [[ ,$COMPOSE_PROFILES, == *,$1,* ]]; }

# Named one by one: podman-compose of Debian 12 knows no profiles.
containers() {
  if has_profile door; then
    echo identity event attendance portal
  else
    sed -n '/^services:/,/^volumes:/s/^  \([a-z]*\):$/\1/p' docker-compose.yml | grep -v '^caddy$'
  fi
  ! has_profile edge || echo caddy
}

# A port may have an address before it: 127.0.0.1:18081.
port_of() { echo "${1##*:}"; }

# Of what answers nothing is believed but that it is ready; the smoke test looks who it is.
wait_until() {
  local port=$1 i
  for i in {1..120}; do
    curl -fsSk -m 2 "$(scheme)://localhost:$port/health/ready" >/dev/null 2>&1 && return
    sleep 1
  done
  compose logs --tail=40
  fail "the service on port $port is not ready after two minutes; its log is above."
}

# Containers have the folder TLS_DIR as /tls.
certificate_outside() { [ -z "${TLS_CERT:-}" ] || echo "${TLS_DIR:-./tls}${TLS_CERT#/tls}"; }

run_containers() {
  make_env
  add_secrets
  load_env
  local identity attendance portal gateway port
  identity=$(port_of "${IDENTITY_PUBLIC_PORT:-18081}") attendance=$(port_of "${ATTENDANCE_PUBLIC_PORT:-18082}")
  portal=$(port_of "${PORTAL_PUBLIC_PORT:-18080}") gateway=$(port_of "${GATEWAY_PUBLIC_PORT:-8090}")
  compose build
  # shellcheck disable=SC2046 # One name a word.
  compose up -d $(containers)
  local ports=("$identity" "$attendance" "$portal")
  has_profile door || ports+=("$gateway")
  for port in "${ports[@]}"; do wait_until "$port"; done
  local here
  here=$(scheme)://localhost
  TLS_CERT=$(certificate_outside) ./smoke-test.sh "${ports[@]/#/$here:}"
  echo "Web application: $here:$portal"
  echo "Identity: $here:$identity  Attendance and events: $here:$attendance"
  has_profile door || echo "All of it, at once: $here:$gateway"
}

# --- what is stored ------------------------------------------------------------------------------

# Docker where its daemon answers, else Podman: whoever calls often finds out once.
find_engine() { if docker info >/dev/null 2>&1; then found_engine=docker; else found_engine=podman; fi; }

engine() {
  [ -n "${found_engine:-}" ] || find_engine
  "$found_engine" "$@"
}

# The container of a service, running or not; empty if there is none.
container_of() { # service
  engine ps -aq --filter label=com.docker.compose.project="$(project)" \
    --filter label=com.docker.compose.service="$1" 2>/dev/null | head -n 1
}

# One that has the volume of all data: Identity's, or another's where an update was broken off; empty if there is none.
data_container() {
  local service id
  for service in identity event attendance; do
    id=$(container_of "$service")
    [ -z "$id" ] || { echo "$id"; return; }
  done
}

# Runs bin/tixgo beside the containers, with their data.
tixgo_in_container() {
  engine run --rm -i --volumes-from "$(data_container)" -e DATA_DIR=/data tixgo:latest "$@"
}

# The containers' files are those of before, where their services keep everything in a database.
is_in_database() { [ ! -f .env ] || load_env; [ "${STORE:-file}" = postgres ]; }

expect_files() { # verb
  ! is_in_database || fail "STORE is postgres: docs/postgres.md says how to $1 then. Nothing was done."
}

save() {
  local verb=$1 file=${2:-}
  [ -n "$file" ] || fail "say to which file: ./deploy.sh $verb FILE"
  if [ -n "$(data_container)" ]; then
    expect_files "$verb"
    # Hashes of passwords and people's data are in it: nobody else may read it.
    rm -f "$file.part"
    (umask 077; tixgo_in_container "$verb" - >"$file.part") || { rm -f "$file.part"; fail "nothing was written."; }
    mv "$file.part" "$file"
    echo "wrote $file" >&2
  else
    prepare
    exec bin/tixgo "$verb" "$file"
  fi
}

load() {
  local verb=$1 file=${2:-}
  [ -r "$file" ] || fail "say from which file: ./deploy.sh $verb FILE [--force]"
  if [ -n "$(data_container)" ]; then
    expect_files "$verb"
    compose stop
    tixgo_in_container "$verb" - "${@:3}" <"$file" || { compose start; fail "nothing was changed."; }
    compose start
  else
    prepare
    exec bin/tixgo "$verb" "${@:2}"
  fi
}

# --- status --------------------------------------------------------------------------------------

# 5 min, 3 h, 2 d: since a time as the engines print it, or as seconds.
age() {
  local begin=$1 seconds
  [[ $begin =~ ^[0-9]+$ ]] || begin=$(date -d "$(sed -E 's/^([0-9-]+)[ T]([0-9:]+)[.0-9]*Z? ?([+-][0-9]{4})?.*/\1 \2 \3/; s/ $/ +0000/' <<<"$begin")" +%s)
  seconds=$(($(date +%s) - begin))
  if [ $seconds -lt 120 ]; then echo "$seconds s"
  elif [ $seconds -lt 7200 ]; then echo "$((seconds / 60)) min"
  elif [ $seconds -lt 172800 ]; then echo "$((seconds / 3600)) h"
  else echo "$((seconds / 86400)) d"
  fi
}

row() { printf '%-12s %-10s %-10s %-8s %-18s %-9s %s\n' "$@"; }

container_row() { # service
  local name health state since restarts version memory
  name=$(container_of "$1")
  [ -n "$name" ] || { row "$1" missing - - - - -; return; }
  IFS='|' read -r state since restarts < <(engine inspect --format '{{.State.Status}}|{{.State.StartedAt}}|{{.RestartCount}}' "$name")
  if [ "$state" != running ]; then
    row "$1" "$state" - - - "$restarts" -
    return
  fi
  health=$(engine exec "$name" bin/tixgo ready >/dev/null 2>&1 && echo ready || echo "NOT READY")
  version=$(engine exec "$name" bash -c 'echo lib/launcher-*.jar' | sed 's/.*launcher-\(.*\).jar/\1/')
  memory=$(engine stats --no-stream --format '{{.MemUsage}}' "$name" 2>/dev/null || echo -)
  row "$1" "$state" "$health" "$(age "$since")" "$version" "$restarts" "$memory"
}

# The newest name of those that are read tells when it was begun.
backup_line() {
  local name
  name=$(sed -n 's/^tixgo-\([0-9]\{8\}\)T\([0-9][0-9]\)\([0-9][0-9]\)\([0-9][0-9]\)Z\.zip$/\1 \2:\3:\4 +0000/p' | sort | tail -n 1)
  if [ -n "$name" ]; then echo "The newest backup was made $(age "$(date -d "$name" +%s)") ago."
  elif [ -n "${BACKUP_EVERY:-}" ]; then echo "There is no backup yet, though BACKUP_EVERY is $BACKUP_EVERY: the log says why."
  else echo "No backups are made by themselves: set BACKUP_EVERY in .env, to 6h for instance."
  fi
}

local_row() { # service port
  local health
  health=$(bin/tixgo ready "$2" 2>/dev/null && echo ready || { bin/tixgo health "$2" 2>/dev/null && echo "NOT READY" || echo "no answer"; })
  printf '%-16s %-6s %s\n' "$1" "$2" "$health"
}

local_status() {
  local pid service port lib=lib
  [ -d lib ] || lib=$distribution/lib
  pid=$(pgrep -f "$PWD/$lib/.*id.tixgo.launcher.Main" | head -n 1) || true
  [ -n "$pid" ] || { echo "Nothing runs: neither containers, nor ./deploy.sh local."; exit 1; }
  printf '%-16s %-6s %s\n' SERVICE PORT HEALTH
  while read -r service port; do
    [[ -n ${SERVICES:-} && ,$SERVICES, != *,${service%%-*},* ]] || local_row "$service" "$port"
  done <<TXT
identity ${IDENTITY_PORT:-18081}
attendance ${ATTENDANCE_PORT:-18082}
event ${EVENT_PORT:-8000}
portal ${PORTAL_PORT:-18080}
ticketing ${TICKETING_PORT:-8003}
payment ${PAYMENT_PORT:-8005}
wallet ${WALLET_PORT:-5001}
wallet-transfers ${WALLET_TRANSFERS_PORT:-5002}
notification ${NOTIFICATION_PORT:-5003}
report ${REPORT_PORT:-5004}
gateway ${GATEWAY_PORT:-8090}
TXT
  echo "One process, $pid, of version $(basename "$lib"/launcher-*.jar .jar | sed 's/launcher-//'), for $(age "$(($(date +%s) - $(ps -o etimes= -p "$pid")))"), with $(($(ps -o rss= -p "$pid") / 1024)) MB of memory."
  ls "${BACKUP_DIR:-${DATA_DIR:-data}/backups}" 2>/dev/null | backup_line
}

status() {
  local service
  [ ! -f .env ] || load_env
  [ -n "$(data_container 2>/dev/null)" ] || { local_status; return; }
  row SERVICE STATE HEALTH SINCE VERSION RESTARTS MEMORY
  for service in $(services); do container_row "$service"; done
  echo "The image is $(image_id tixgo:latest | cut -c1-12), made $(age "$(engine image inspect --format '{{.Created}}' tixgo:latest)") ago."
  # shellcheck disable=SC2016 # Expanded in the container.
  engine exec "$(data_container)" bash -c 'ls "${BACKUP_DIR:-$DATA_DIR/backups}" 2>/dev/null' | backup_line
}

# shellcheck source=ops/update.sh
. ops/update.sh

case ${1:-} in
  update) find_engine; update "${2:-}" ;;
  status) find_engine; status ;;
  backup | export) save "$@" ;;
  restore | import) load "$@" ;;
  '') run_containers ;;
  local) run_local ;;
  doctor) examine "$@" ;;
  logs) shift; compose logs -f "$@" ;;
  stop) COMPOSE_PROFILES=all compose down ;;
  -h | --help | help) usage ;;
  *) usage >&2; exit 2 ;;
esac

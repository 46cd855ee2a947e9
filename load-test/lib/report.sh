# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# The report; sourced by run.sh.

describe_machine() {
  say '# Load test' ''
  say "- machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(uname -srm)"
  say "- Java: $("$java" -version 2>&1 | sed -n 2p)"
  say "- wrk: $(wrk -v 2>&1 | sed -n '1s/ Copyright.*//p' || true), on the same cores as the servers"
  say "- rounds $rounds, primer $primer_seconds s, warm-up $warm_up_seconds s, levels ${levels[*]} connections for $level_seconds s each"
  [[ -z ${TIXGO_ENV:-}${TIXGO_JAVA_OPTS:-} ]] ||
    say "- not the defaults: ${TIXGO_ENV:-} ${TIXGO_JAVA_OPTS:-}"
}

say_process() { # title log-name
  say "$1: JVM flags \`$(jvm_flags "$pid")\`" '' '```'
  say "$(grep -aiE 'vert\.x|transport|event.?loop|instances' "$work/$2.log" | head -n 6 | cut -c1-600 | sed "s|$root/||g")"
  say '```' ''
}

jvm_flags() { # pid
  local flags
  flags=$(tr '\0' '\n' <"/proc/$1/cmdline" | grep -E '^-[XD]' | sed "s|$root/||g" | paste -sd' ' || true)
  echo "${flags:-(defaults)}"
}

say_levels() { # rows
  say '| round | server | connections | requests/s | p50 ms | p99 ms | CPU µs/request | errors | other load % | resident MiB |' \
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
  say "$(awk -F'\t' '{ printf "| %s | %s | %s | %s | %.2f | %.2f | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5 / 1000, $6 / 1000, $7, $8, $9, $10 }' "$1")" ''
}

say_ratios() { # rows name baseline wanted
  local connections
  say "| connections | $2 requests/s | $3 requests/s | ratio (median of $rounds rounds) | CPU per request, $2/$3 |" \
    '| ---: | ---: | ---: | ---: | ---: |'
  for connections in "${levels[@]}"; do
    say "| $connections | $(column "$1" "$2" "$connections" 4 | median) | $(column "$1" "$3" "$connections" 4 | median) | $(ratios "$1" "$2" "$3" "$connections" 4 | median) | $(ratios "$1" "$2" "$3" "$connections" 7 | median) |"
  done
  say '' "Wanted: a ratio of $4."
}

column() { # rows name connections field
  awk -F'\t' -v n="$2" -v c="$3" -v f="$4" '$2 == n && $3 == c { print $f }' "$1"
}

# One ratio a round.
ratios() { # rows name baseline connections field
  paste <(column "$1" "$2" "$4" "$5") <(column "$1" "$3" "$4" "$5") |
    awk '{ printf "%.3f\n", $1 / $2 }'
}

say_open_loop_header() {
  say '| what | requests/s | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | sent late p99 ms | CPU µs/request | other load % | outcomes |' \
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |'
}

say_open_loop() { # name
  local field row="| $1 | ${seen[rate]}"
  for field in p50 p90 p99 p99.9 max send_delay_p99; do
    row+=" | $(awk -v us="${seen[$field]}" 'BEGIN { printf "%.2f", us / 1000 }')"
  done
  row+=" | $(quotient "${seen[server_us]}" $((seen[planned] + seen[warm_up]))) | ${seen[others]}"
  say "$row | ${seen[outcomes]} |"
  expect_quietly "outcomes of $1" "${seen[outcomes]}" "201:${seen[planned]}"
}

expect() { # what value wanted
  say "- $1: $2"
  expect_quietly "$@"
}

expect_quietly() { # what value wanted
  [[ $2 == "$3" ]] || fail "$1: $2 instead of $3"
}

fail() { # sentence
  failures=$((failures + 1))
  say "**FAILED**: $1"
}

say() { # lines
  printf '%s\n' "$@" | tee -a "$report"
}

progress() { # sentence
  printf '%s\n' "$*" >&2
}

die() { # sentence
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

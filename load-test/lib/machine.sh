# shellcheck shell=bash disable=SC2154,SC2034 # What is set here is used there.
# Reading the machine, and arithmetic; sourced by run.sh.

cpu_us() { # pids
  local process ticks=0
  for process in $1; do
    ticks=$((ticks + $(sed 's/.*) //' "/proc/$process/stat" | awk '{ print $12 + $13 }')))
  done
  echo $((ticks * tick_us))
}

busy_us() {
  awk -v tick="$tick_us" '/^cpu / { printf "%.0f\n", ($2 + $3 + $4) * tick }' /proc/stat
}

memory_kib() { # pid field
  awk -v field="$2:" '$1 == field { print $2 }' "/proc/$1/status"
}

now_ms() {
  date +%s%3N
}

mib() { # kib
  awk -v kib="$1" 'BEGIN { printf "%.1f", kib / 1024 }'
}

quotient() { # dividend divisor
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'
}

median() {
  sort -n | awk '{ v[NR] = $1 }
    END { if (NR) print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; else print "-" }'
}

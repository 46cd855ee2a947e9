# Draws what users saw, second by second, as SVG: chaos-events.csv chaos-memory.csv chaos.csv
BEGIN {
  FS = ","
  left = 70; width = 860; high = 150; gap = 62; top = 46
  colour["good"] = "#7fb685"; colour["refused"] = "#b8c4cc"; colour["busy"] = "#e8c268"
  colour["failed"] = "#d9803f"; colour["unanswered"] = "#b23a48"
  split("good refused busy failed unanswered", parts, " ")
}
FILENAME ~ /events/ { events[++happened] = $0; next }
FILENAME ~ /memory/ { memory[$1] = $2; next }
$1 == "second" { next }
{
  k = $2; s = $1
  seconds = s + 1 > seconds ? s + 1 : seconds
  count[k, s, "good"] = $4; count[k, s, "refused"] = $5; count[k, s, "busy"] = $6
  count[k, s, "failed"] = $7; count[k, s, "unanswered"] = $8
  slow[k, s] = $10
  most[k] = $3 > most[k] ? $3 : most[k]
}
function x(second) { return left + second * width / seconds }
function text(at, height, words, anchor, size) {
  printf "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"%s\" fill=\"#333\">%s</text>\n", at, height, size, anchor, words
}
function bars(k, from,   s, p, y, h) {
  for (s = 0; s < seconds; s++) {
    y = from + high
    for (p = 1; p <= 5; p++) {
      h = most[k] ? count[k, s, parts[p]] * high / most[k] : 0
      y -= h
      if (h > 0) printf "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>\n", x(s), y, width / seconds, h, colour[parts[p]]
    }
  }
  text(left - 6, from + 10, most[k], "end", 11)
  text(left - 6, from + high, 0, "end", 11)
}
# Milliseconds from 1 to 10,000, each power of ten as high.
function log_y(ms, from) { return from + high - log(ms < 1 ? 1 : ms) / log(10) / 4 * high }
function p99(k, from, stroke,   s, d) {
  for (s = 0; s < seconds; s++) d = d sprintf("%s%.1f %.1f", s ? "L" : "M", x(s + 0.5), log_y(slow[k, s], from))
  printf "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\" shape-rendering=\"auto\"/>\n", d, stroke
}
END {
  third = top + 2 * (high + gap)
  height = third + high + 40
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 %d\" font-family=\"sans-serif\" shape-rendering=\"crispEdges\">\n<rect width=\"1000\" height=\"%d\" fill=\"#fff\"/>\n", height, height
  text(left, top - 28, "Answers a second: check-ins at the door", "start", 14)
  bars("door", top)
  text(left, top + high + gap - 28, "Answers a second: a sale, bookings and what is left", "start", 14)
  bars("sale", top + high + gap)
  text(left, third - 28, "p99 of each second in ms, dark the door, light the sale", "start", 14)
  for (ms = 1; ms <= 10000; ms *= 10) {
    printf "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n", left, log_y(ms, third), left + width
    text(left - 6, log_y(ms, third) + 4, ms, "end", 11)
  }
  p99("sale", third, "#7c9cc4")
  p99("door", third, "#1f3a5f")
  for (i = 1; i <= happened; i++) {
    split(events[i], e, ",")
    printf "<path d=\"M%.1f %dV%d\" stroke=\"#555\" stroke-dasharray=\"3 3\"/>\n", x(e[1]), top - 8, third + high
    text(x(e[1]) + 2, top - 12 + (i % 2 ? 0 : 11), e[2] " " e[3], "start", 10)
  }
  for (p = 1; p <= 5; p++) {
    printf "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>\n", left + 430 + (p - 1) * 90, top - 40, colour[parts[p]]
    text(left + 444 + (p - 1) * 90, top - 31, p == 1 ? "2xx" : p == 2 ? "4xx" : p == 3 ? "503" : p == 4 ? "502, 504" : "no answer", "start", 11)
  }
  step = seconds > 240 ? 60 : 10
  for (s = 0; s <= seconds; s += step) text(x(s), third + high + 16, s " s", "middle", 11)
  print "</svg>"
}

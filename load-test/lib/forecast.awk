# Draws how long who books waits for the answer, by the second of asking, as SVG: one CSV file of Forecast a line.
BEGIN {
  FS = ","
  left = 70; width = 640; high = 300; top = 30; seconds = 120
  split("#b23a48 #d9803f #1f3a5f #7fb685 #7c9cc4", colours, " ")
}
FNR == 1 { name[++files] = FILENAME; sub(/.*\//, "", name[files]); sub(/\.csv$/, "", name[files]) }
$2 == "book" && $3 > 0 && $1 < seconds { line[files] = line[files] sprintf("%s%.1f %.1f", line[files] ? "L" : "M", x($1 + 0.5), y($10)) }
function x(second) { return left + second * width / seconds }
# Milliseconds from 1 to 1,000,000, each power of ten as high.
function y(ms) { return top + high - log(ms < 1 ? 1 : ms) / log(10) / 6 * high }
function text(at, height, words, anchor) {
  printf "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\" text-anchor=\"%s\" fill=\"#333\">%s</text>\n", at, height, anchor, words
}
END {
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 %d\" font-family=\"sans-serif\">\n<rect width=\"1000\" height=\"%d\" fill=\"#fff\"/>\n", top + high + 40, top + high + 40
  text(left, top - 12, "Until a booking is answered, p99, by the second of asking", "start")
  split("1 ms,10 ms,0.1 s,1 s,10 s,100 s,1000 s", labels, ",")
  for (i = 0; i <= 6; i++) {
    printf "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n", left, y(10 ^ i), left + width
    text(left - 6, y(10 ^ i) + 4, labels[i + 1], "end")
  }
  for (s = 0; s <= seconds; s += 20) text(x(s), top + high + 18, s " s", "middle")
  for (i = 1; i <= files; i++) {
    printf "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>\n", line[i], colours[i]
    printf "<path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"3\"/>\n", left + width + 20, top + 20 * i, colours[i]
    text(left + width + 46, top + 20 * i + 4, name[i], "start")
  }
  print "</svg>"
}

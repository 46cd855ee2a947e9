-- GET of one file after the other, as a browser asks for them: with nothing kept, or whether they have changed.
--
-- wrk … -s page.lua URL -- RUN PATH,PATH…        (environment: KEPT, not empty for the latter)

local paths = {}
local number = 0

function init(args)
  local headers = { ["Host"] = wrk.host, ["Accept-Encoding"] = "gzip" }
  if (os.getenv("KEPT") or "") ~= "" then
    headers["If-None-Match"] = "*"
  end
  for path in string.gmatch(args[2], "[^,]+") do
    paths[#paths + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  number = number % #paths + 1
  return paths[number]
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    "RESULT requests=%d bytes=%d duration_us=%d p50=%d p99=%d max=%d"
      .. " connect=%d read=%d write=%d status=%d timeout=%d\n",
    summary.requests, summary.bytes, summary.duration,
    latency:percentile(50), latency:percentile(99), latency.max,
    e.connect, e.read, e.write, e.status, e.timeout))
end

-- POST /transactions as a service: each request moves a rupiah from one user to another.
--
-- wrk … -s transfers.lua URL -- RUN FIRST-LAST|FIRST-LAST/RECEIVER        (environment: SERVICE_TOKEN)
--
-- The users have the numbers from FIRST to LAST. With a RECEIVER all pay that one.

local threads = 0

function setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

function init(args)
  local from, to, one = string.match(args[2], "(%d+)-(%d+)/?(%d*)")
  first, last, receiver = tonumber(from), tonumber(to), tonumber(one)
  math.randomseed(thread_number + 1)
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["X-Service-Token"] = os.getenv("SERVICE_TOKEN")
  -- All bodies are as long as this one.
  local body = '{"sender_id":@@@@@,"receiver_id":#####,"amount":1,"description":"load"}'
  local whole = wrk.format("POST", nil, nil, body)
  head, middle, tail = string.match(whole, "(.*)@@@@@(.*)#####(.*)")
end

function request()
  local from = math.random(first, last)
  local to = receiver or math.random(first, last - 1)
  if not receiver and to >= from then
    to = to + 1
  end
  return head .. string.format("%5d", from) .. middle .. string.format("%5d", to) .. tail
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    "RESULT requests=%d duration_us=%d p50=%d p75=%d p90=%d p99=%d p99.9=%d max=%d"
      .. " connect=%d read=%d write=%d status=%d timeout=%d\n",
    summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(75), latency:percentile(90),
    latency:percentile(99), latency:percentile(99.9), latency.max,
    e.connect, e.read, e.write, e.status, e.timeout))
end

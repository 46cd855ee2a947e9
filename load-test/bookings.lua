-- POST /bookings as staff does it: each request holds one place for another buyer.
--
-- wrk … -s bookings.lua URL -- RUN EVENT/TICKET_TYPE        (environment: TOKEN, staff's)

local threads = 0

function setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

function init(args)
  local event, ticket_type = string.match(args[2], "(.*)/(.*)")
  local body = string.format(
    '{"event_id":"%s","ticket_type_id":"%s","quantity":1,"buyer":{"name":"%s-%d-@@@@@@@@"}}',
    event, ticket_type, args[1], thread_number)
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
  local whole = wrk.format("POST", nil, nil, body)
  local first, last = string.find(whole, "@@@@@@@@", 1, true)
  head = string.sub(whole, 1, first - 1)
  tail = string.sub(whole, last + 1)
  number = 0
end

function request()
  number = number + 1
  return head .. string.format("%08d", number) .. tail
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

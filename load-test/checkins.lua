-- POST /checkins, each request with a ticket of its own.
--
-- wrk … -s checkins.lua URL -- RUN EVENT        (environment: TOKEN, empty for none)
--
-- RUN makes this run's tickets unlike any other run's. No response callback: it
-- would cost the cores that the server needs. wrk counts statuses over 399, and
-- run.sh looks at whole answers before and after.

local threads = 0

function setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

function init(args)
  local run = args[1] or tostring(os.time())
  local event = args[2] or "load"
  local token = os.getenv("TOKEN") or ""
  local ticket = string.format("%s-%d-@@@@@@@@", run, thread_number)
  local body = string.format(
    '{"event_id":"%s","ticket_id":"%s","gate":"north","device_id":"d1"}', event, ticket)
  wrk.headers["Content-Type"] = "application/json"
  if token ~= "" then
    wrk.headers["Authorization"] = "Bearer " .. token
  end
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

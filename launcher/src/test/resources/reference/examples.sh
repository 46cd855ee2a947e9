# The commands of the TixGo guide that clients have, as they have them. A line that begins with "#>"
# says what the commands since the last one answer: a status, then texts with " | " between.

# Health, on the box itself and from the same network.
curl http://localhost:18081/health
#> 200 | "status":"ok" | "service":"identity-service"
curl http://localhost:18082/health
#> 200 | "status":"ok" | "service":"attendance-service"
curl http://$STB_IP:18081/health
#> 200 | "service":"identity-service"
curl http://$STB_IP:18082/health
#> 200 | "service":"attendance-service"

# The public names, as a tunnel passes them on.
curl -H "Host: dina.theokaitou.my.id" -H "X-Forwarded-Proto: https" http://localhost:18081/health
#> 200 | "service":"identity-service"
curl -H "Host: dina.theokaitou.my.id" -H "X-Forwarded-Proto: https" http://localhost:18081/auth/login
#> 405 | "code":"METHOD_NOT_ALLOWED"
curl -H "Host: ratu.theokaitou.my.id" -H "X-Forwarded-Proto: https" http://localhost:18082/health
#> 200 | "service":"attendance-service"
curl -H "Host: ratu.theokaitou.my.id" -H "X-Forwarded-Proto: https" http://localhost:18082/checkins
#> 401 | "detail":"Missing Authorization header"
curl -H "Host: ratu.theokaitou.my.id" -H "X-Forwarded-Proto: https" http://localhost:18082/events
#> 401 | "detail":"Missing Authorization header"

# Manual testing flow.
curl -X POST http://localhost:18081/auth/register \
-H "Content-Type: application/json" \
-d '{"username":"testuser","password":"testpass123","role":"committee"}'
#> 201 | "username":"testuser" | "role":"committee"

TOKEN=$(curl -s -X POST http://localhost:18081/auth/login \
-H "Content-Type: application/json" \
-d '{"username":"testuser","password":"testpass123"}' | jq -r .access_token)
#> 200

curl -X POST http://localhost:18082/checkins \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{"event_id":"evt1","ticket_id":"TKT-001"}'
#> 201 | "event_id":"evt1" | "ticket_id":"TKT-001" | "checked_in_by":"testuser"

curl -H "Authorization: Bearer $TOKEN" \
http://localhost:18082/attendance/evt1
#> 200 | "event_id":"evt1" | "total_checked_in":1 | "records":[{ | "ticket_id":"TKT-001"

# A ticket that has been in already.
curl -X POST http://localhost:18082/checkins \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{"event_id":"evt1","ticket_id":"TKT-001"}'
#> 409 | "detail":"Ticket sudah pernah check-in" | "checked_in_by":"testuser"

# A name that is taken.
curl -X POST http://localhost:18081/auth/register \
-H "Content-Type: application/json" \
-d '{"username":"panitiatl","password":"secret123","role":"committee"}'
#> 201 | "username":"panitiatl"
curl -X POST http://localhost:18081/auth/register \
-H "Content-Type: application/json" \
-d '{"username":"panitiatl","password":"secret123","role":"committee"}'
#> 400 | "detail":"User panitiatl sudah terdaftar"

# A token that has expired: log in again.
curl -X POST http://localhost:18081/auth/register \
-H "Content-Type: application/json" \
-d '{"username":"panitia1","password":"secret","role":"committee"}'
#> 201 | "username":"panitia1"
TOKEN=$(curl -s -X POST http://localhost:18081/auth/login \
-H "Content-Type: application/json" \
-d '{"username":"panitia1","password":"secret"}' | jq -r .access_token)
#> 200
curl -H "Authorization: Bearer $TOKEN" http://localhost:18081/auth/me
#> 200 | "username":"panitia1" | "role":"committee"

# The record with another's beside it, and the claims of the token.
curl -X POST http://localhost:18082/checkins \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{"event_id":"evt1","ticket_id":"TICKET123"}'
#> 201 | "checked_in_by":"panitia1"
curl -H "Authorization: Bearer $TOKEN" http://localhost:18082/attendance/evt1
#> 200 | "total_checked_in":2 | "ticket_id":"TICKET123","checked_in_by":"panitia1","checked_in_at":"20
cut -d. -f2 <<<"$TOKEN" | base64 -di 2>/dev/null
#> "sub":"panitia1" | "role":"committee" | "iat": | "exp":

# Only an admin writes events; anyone reads them, through the gateway.
curl -X POST http://localhost:18082/events \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{"title":"Konser","start_time":"2026-12-31T19:00:00+07:00"}'
#> 403 | "code":"FORBIDDEN"
ADMIN=$(curl -s -X POST http://localhost:18081/auth/login \
-H "Content-Type: application/json" \
-d '{"username":"admin","password":"admin-secret"}' | jq -r .access_token)
EVENT=$(curl -s -X POST http://localhost:18082/events \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $ADMIN" \
-d '{"title":"Konser","start_time":"2026-12-31T19:00:00+07:00"}' | jq -r .id)
#> 201
curl -H "Authorization: Bearer $TOKEN" http://localhost:18082/events
#> 200 | "title":"Konser"
curl -H "Authorization: Bearer $TOKEN" http://localhost:18082/events/$EVENT/summary
#> 200 | "event":{ | "title":"Konser" | "attendance":{ | "total_checked_in":0

# The events of the guides, by the names that they have there: evt1 and, in Portal, E001.
curl -X POST http://localhost:18082/events \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $ADMIN" \
-d '{"id":"evt1","title":"Konser Akbar","start_time":"2026-01-03T19:00:00+07:00"}'
#> 201 | "id":"evt1" | "status":"completed"
curl -X POST http://localhost:18082/checkins \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $TOKEN" \
-d '{"event_id":"evt1","ticket_id":"TKT-002"}'
#> 201 | "event_id":"evt1" | "ticket_id":"TKT-002"
curl -H "Authorization: Bearer $TOKEN" http://localhost:18082/events/evt1/summary
#> 200 | "title":"Konser Akbar" | "total_checked_in":3 | "ticket_id":"TICKET123"
curl -X POST http://localhost:18082/events \
-H "Content-Type: application/json" \
-H "Authorization: Bearer $ADMIN" \
-d '{"id":"E001","title":"Tech Conference 2026","start_time":"2026-01-08T10:00:00Z"}'
#> 201 | "id":"E001"
curl -H "Authorization: Bearer $TOKEN" http://localhost:18080/api/attendance/E001
#> 200 | "event_id":"E001" | "event_name":"Tech Conference 2026" | "total_checked_in":0 | "checkins":[]
curl -X POST -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \
-d '{"event_id": "E001", "ticket_id": "T001"}' \
http://localhost:18080/api/checkins
#> 201 | "event_id":"E001" | "ticket_id":"T001" | "user_id":"panitia1" | "status":"success"
curl -X POST -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \
-d '{"event_id": "E001", "ticket_id": "T001"}' \
http://localhost:18080/api/checkins
#> 400 | "detail":"Invalid ticket or already checked in"
curl -H "Authorization: Bearer $TOKEN" "http://localhost:18080/api/checkins?event_id=E001"
#> 200 | "user_id":"panitia1" | "event_name":"Tech Conference 2026" | "ticket_id":"T001"
curl -H "Authorization: Bearer $TOKEN" http://localhost:18080/api/attendance/E002
#> 404 | "detail":"Event not found"

# The automated smoke test.
chmod +x smoke-test.sh
./smoke-test.sh http://localhost:18081 http://localhost:18082
#> The smoke test passed.

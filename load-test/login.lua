-- POST /auth/login with a password that is wrong.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"username":"admin","password":"not-the-secret"}'

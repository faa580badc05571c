-- Half submits, half polls of the newest task, in one sandbox after the other: of 200, a thousand tasks each in a turn.
local keys, turn, task, n = 200, 2000, {}, 0

request = function()
  n = n + 1
  local key = math.floor(n / turn) % keys
  local headers = { ["Authorization"] = "Bearer load-" .. key, ["Content-Type"] = "application/json" }
  if n % 2 == 0 then
    return wrk.format("GET", "/v1/videos/generations/" .. (task.id or "none"), headers)
  end
  return wrk.format("POST", "/v1/videos/generations", headers,
    '{"model":"seedance-2","prompt":"A lighthouse in a storm, number ' .. n .. '","duration":5}')
end

response = function(_, _, body)
  task.id = body:match('"id":"(tsk[^"]*)"') or task.id
end

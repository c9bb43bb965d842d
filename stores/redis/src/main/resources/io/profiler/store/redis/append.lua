-- Pushes the points of several traces that are not in their lists yet. Either all of it happens or, if the server is out
-- of memory when it begins, nothing. Gives back the ids of traces whose keys hold something else.
--
-- KEYS: the index of traces; then of each trace its list and its set of point ids.
-- ARGV: how long traces are kept (ms, 0 forever), how long ids are remembered (ms), and the time (µs) before which the
-- index forgets; then of each trace its id, its last activity (µs), its number of points, their ids, which differ, and their
-- documents. A call holds far fewer than unpack takes.
local retention = tonumber(ARGV[1])
local refused = {}
local at = 4

local function holds(kind, key)
  local found = redis.call('TYPE', key).ok
  return found == kind or found == 'none'
end

-- Remembers ids, and gives back the documents of those that were not known. The first points of a trace are all new.
local function remember(ids, first, points)
  if redis.call('EXISTS', ids) == 0 then
    redis.call('SADD', ids, unpack(ARGV, first, first + points - 1))
    return {unpack(ARGV, first + points, first + 2 * points - 1)}
  end
  local fresh = {}
  for point = first, first + points - 1 do
    if redis.call('SADD', ids, ARGV[point]) == 1 then
      fresh[#fresh + 1] = ARGV[point + points]
    end
  end
  return fresh
end

local indexed = holds('zset', KEYS[1])
for key = 2, #KEYS, 2 do
  local list, ids = KEYS[key], KEYS[key + 1]
  local base_id, active, points = ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2])
  if holds('list', list) and holds('set', ids) then
    local fresh = remember(ids, at + 3, points)
    if #fresh > 0 then
      redis.call('LPUSH', list, unpack(fresh))
    end
    if retention > 0 then
      redis.call('PEXPIRE', list, retention)
    end
    redis.call('PEXPIRE', ids, ARGV[2])
    local known = indexed and redis.call('ZSCORE', KEYS[1], base_id)
    if indexed and (not known or tonumber(active) > tonumber(known)) then
      redis.call('ZADD', KEYS[1], active, base_id)
    end
  else
    refused[#refused + 1] = base_id
  end
  at = at + 3 + 2 * points
end
if indexed and retention > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[3])
end
return refused

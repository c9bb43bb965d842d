-- Pushes the points of several traces that are not in their lists yet, and adds up what a list of traces says of them. Either
-- all of it happens or, if the server is out of memory when it begins, nothing. Gives back the ids of traces whose keys hold
-- something else.
--
-- KEYS: the index of traces; then of each trace its list, its set of point ids and its figures.
-- ARGV: how long traces are kept (ms, 0 forever), how long ids are remembered (ms), and the time (µs) before which the
-- index forgets; then of each trace its id, its last activity (µs), its number of points, their ids, which differ, their
-- documents, and what they add up to: how many start spans, stop them, failed and start a request; when the first and the last
-- were, name and service of the first; how many words follow, fields and their values: for each point of a request when it
-- was, and what it was answered with. A call holds far fewer than unpack takes.
local retention = tonumber(ARGV[1])
local refused = {}
local at = 4
local most_requests = 1000
local longest_listed = 4096

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

-- Adds points, all of them new, to the figures of their trace.
local function add_up(figures, points, sums)
  redis.call('HINCRBY', figures, 'points', points)
  for i, count in ipairs({'started', 'stopped', 'errors', 'requests'}) do
    if ARGV[sums + i - 1] ~= '0' then
      redis.call('HINCRBY', figures, count, ARGV[sums + i - 1])
    end
  end
  local known = redis.call('HMGET', figures, 'first', 'last', 'requests')
  local first, last = ARGV[sums + 4], ARGV[sums + 5]
  if not known[1] or first < known[1] then
    redis.call('HSET', figures, 'first', first, 'name', ARGV[sums + 6], 'service', ARGV[sums + 7])
  end
  if not known[2] or last > known[2] then
    redis.call('HSET', figures, 'last', last)
  end
  local words = tonumber(ARGV[sums + 8])
  if words > 0 and tonumber(known[3] or 0) <= most_requests then
    redis.call('HSET', figures, unpack(ARGV, sums + 9, sums + 8 + words))
  end
end

local indexed = holds('zset', KEYS[1])
for key = 2, #KEYS, 3 do
  local list, ids, figures = KEYS[key], KEYS[key + 1], KEYS[key + 2]
  local base_id, active, points = ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2])
  local sums = at + 3 + 2 * points
  if holds('list', list) and holds('set', ids) then
    local fresh = remember(ids, at + 3, points)
    if #fresh > 0 then
      redis.call('LPUSH', list, unpack(fresh))
    end
    -- Where only some are new, the figures stay short of the list, whose length tells it: readers then read the list.
    local added_up = holds('hash', figures)
    if added_up and #fresh == points then
      add_up(figures, points, sums)
    end
    if retention > 0 then
      redis.call('PEXPIRE', list, retention)
      if added_up then
        redis.call('PEXPIRE', figures, retention)
      end
    end
    redis.call('PEXPIRE', ids, ARGV[2])
    local listed = indexed and #base_id <= longest_listed
    local known = listed and redis.call('ZSCORE', KEYS[1], base_id)
    if listed and (not known or tonumber(active) > tonumber(known)) then
      redis.call('ZADD', KEYS[1], active, base_id)
    end
  else
    refused[#refused + 1] = base_id
  end
  at = sums + 9 + tonumber(ARGV[sums + 8])
end
if indexed and retention > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[3])
end
return refused

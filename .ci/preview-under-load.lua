-- Asks for five kinds of pages in turn, and looks at each answer: is it whole, and of one moment?

local paths = {
  'authorities/sunderland/load/',
  'authorities/sunderland/',
  'findings/thresholds/',
  'feed.xml',
  'data/findings.csv',
}

-- How answers begin and end, by their types.
local shapes = {
  ['text/html'] = { '<!doctype html>', '</html>\n' },
  ['application/atom+xml'] = { '<?xml', '</feed>\n' },
  ['application/xml'] = { '<?xml', '</feed>\n' },
  ['text/xml'] = { '<?xml', '</feed>\n' },
  ['text/csv'] = { '', '\n' },
}

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  base = wrk.path
  turn = 0
  answers, failed, torn = 0, 0, 0
  -- Numbers of saves, each once, with spaces around.
  seen = ' '
  examples = ''
end

function request()
  turn = turn % #paths + 1
  return wrk.format('GET', base .. paths[turn])
end

local function header(headers, name)
  for key, value in pairs(headers) do
    if key:lower() == name then
      return value
    end
  end
  return ''
end

-- What is wrong with an answer that came; nothing where all is well.
local function fault(headers, body)
  local type = header(headers, 'content-type'):match('^[^;]*')
  local shape = shapes[type]
  if not shape then
    return 'is of the type ' .. type
  end
  if tonumber(header(headers, 'content-length')) ~= #body then
    return 'is not as long as it says'
  end
  if body:sub(1, #shape[1]) ~= shape[1] or body:sub(-#shape[2]) ~= shape[2] then
    return 'is not whole'
  end
  local first, count = nil, 0
  for save in body:gmatch('saved%-(%d+)%-times') do
    first = first or save
    count = count + 1
    if save ~= first then
      return 'is of two moments, ' .. first .. ' and ' .. save
    end
  end
  if count < 2 then
    return 'has ' .. count .. ' of the words that are saved'
  end
  if not seen:find(' ' .. first .. ' ', 1, true) then
    seen = seen .. first .. ' '
  end
end

function response(status, headers, body)
  answers = answers + 1
  local what
  if status ~= 200 then
    failed = failed + 1
    what = 'has the status ' .. status
  else
    what = fault(headers, body)
    torn = torn + (what and 1 or 0)
  end
  if what and #examples < 1000 then
    examples = examples .. 'An answer of ' .. #body .. ' bytes ' .. what .. '.\n'
  end
end

function done(summary)
  local answers, failed, torn, saves, all = 0, 0, 0, 0, {}
  local words = ''
  for _, thread in ipairs(threads) do
    answers = answers + thread:get('answers')
    failed = failed + thread:get('failed')
    torn = torn + thread:get('torn')
    words = words .. thread:get('examples')
    for save in thread:get('seen'):gmatch('%d+') do
      saves = saves + (all[save] and 0 or 1)
      all[save] = true
    end
  end
  local errors = summary.errors
  failed = failed + errors.connect + errors.read + errors.write + errors.timeout
  io.write(words)
  io.write(('%d answers, %d failed, %d torn; %d saves seen.\n'):format(answers, failed, torn, saves))
  -- One a second: with fewer, little was tried. Saves that fall together are seen as one.
  local enough = tonumber(os.getenv('LOAD_SECONDS'))
  if failed > 0 or torn > 0 or saves < enough or answers == 0 then
    io.write(('Wanted: none failed, none torn, and at least %d saves seen.\n'):format(enough))
    os.exit(1)
  end
end

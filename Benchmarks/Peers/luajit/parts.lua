-- luacheck: std luajit
-- The parts of the results of 2.2; constant parts are joined once at the start.
local M = {}

local outcomes = { [true] = "met", [false] = "unmet" }
function M.outcome(answer) return outcomes[answer] or "unknown" end

-- Returns a text escaped for JSON, without quotes.
local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
function M.quoted(text)
  if not text:find('[%c"\\]') then return text end
  return (text:gsub('[%c"\\]', function(character) return escapes[character] or ("\\u%04x"):format(character:byte()) end))
end

function M.money(yuan) return yuan / 10000 .. "万元" end

-- Returns the texts before the outcome and before the message of a clause.
function M.clause(number, kind, quote)
  return '{"clause":"2.2/' .. kind .. "/" .. number .. '","kind":"' .. kind .. '","outcome":"', '","quote":"' .. quote .. '","message":"'
end

function M.evidence(field, value, required)
  return '{"field":"' .. field .. '","value":' .. value .. ',"required":"' .. required .. '"}'
end

-- Returns a function that writes a clause about one figure and its bound.
function M.at_least(number, kind, quote, label, field, bound, unit, format)
  local opening, middle = M.clause(number, kind, quote)
  local written = format and format(bound) or bound .. unit
  local met, unmet = opening .. "met" .. middle .. label, opening .. "unmet" .. middle .. label
  local before = '","evidence":[{"field":"' .. field .. '","value":'
  local ending = ',"required":">= ' .. bound .. '"}]},'
  local absent = opening .. "unknown" .. middle .. "未填写" .. label .. "，请补充" .. before .. "null" .. ending
  local reached, missed = unit .. "，达到" .. written .. before, unit .. "，低于" .. written .. before
  return function(out, answer, value)
    if answer == nil then return out:put(absent) end
    out:put(answer and met or unmet, format and format(value) or value, answer and reached or missed, value, ending)
  end
end

-- Returns a function that gives the message and the evidence for a flag.
function M.flag(label, field)
  local yes = { label .. "：是", M.evidence(field, "true", "true") }
  local no = { label .. "：否", M.evidence(field, "false", "true") }
  local absent = { "未填写" .. label .. "，请补充", M.evidence(field, "null", "true") }
  return function(value)
    if value == nil then return absent end
    return value and yes or no
  end
end

-- Returns a function that writes a criterion and returns its points in tenths.
function M.item(name, title, most, comma)
  local opening, middle = '{"id":"2.2/' .. name .. '","title":"' .. title .. '","points":', ',"max":' .. most .. ',"reason":"'
  local ending = '"}' .. (comma or ",")
  local unmet = opening .. "0" .. middle .. "不符合，不计分" .. ending
  local unknown = opening .. "0" .. middle .. "信息不足，暂不计分" .. ending
  return function(out, answer, grade, before, value, rest)
    if answer == nil then
      out:put(unknown)
      return 0
    end
    if not answer then
      out:put(unmet)
      return 0
    end
    local points = math.floor(most * 10 * grade + 0.5)
    out:put(opening, points / 10, middle, before, value or "", rest or "", ending)
    return points
  end
end

return M

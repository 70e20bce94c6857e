-- luacheck: std luajit
-- What the results of 2.2 are made of: each part that never changes is one text, made beforehand.
local M = {}

local outcomes = { [true] = "met", [false] = "unmet" }
function M.outcome(answer) return outcomes[answer] or "unknown" end

-- A text as JSON, without its quotes.
local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
function M.quoted(text)
  if not text:find('[%c"\\]') then return text end
  return (text:gsub('[%c"\\]', function(sign) return escapes[sign] or ("\\u%04x"):format(sign:byte()) end))
end

function M.money(yuan) return yuan / 10000 .. "万元" end

-- The text around outcome and message.
function M.clause(number, kind, quote)
  return '{"clause":"2.2/' .. kind .. "/" .. number .. '","kind":"' .. kind .. '","outcome":"', '","quote":"' .. quote .. '","message":"'
end

function M.evidence(field, value, required)
  return '{"field":"' .. field .. '","value":' .. value .. ',"required":"' .. required .. '"}'
end

-- A clause that compares one figure with its bound: writes what the rule has answered.
function M.at_least(number, kind, quote, label, field, bound, unit, say)
  local opening, middle = M.clause(number, kind, quote)
  local written = say and say(bound) or bound .. unit
  local met, unmet = opening .. "met" .. middle .. label, opening .. "unmet" .. middle .. label
  local before = '","evidence":[{"field":"' .. field .. '","value":'
  local behind = ',"required":">= ' .. bound .. '"}]},'
  local absent = opening .. "unknown" .. middle .. "未填写" .. label .. "，请补充" .. before .. "null" .. behind
  local reached, missed = unit .. "，达到" .. written .. before, unit .. "，低于" .. written .. before
  return function(out, answer, value)
    if answer == nil then return out:put(absent) end
    out:put(answer and met or unmet, say and say(value) or value, answer and reached or missed, value, behind)
  end
end

-- What is said of a flag, and its evidence.
function M.flag(label, field)
  local yes = { label .. "：是", M.evidence(field, "true", "true") }
  local no = { label .. "：否", M.evidence(field, "false", "true") }
  local absent = { "未填写" .. label .. "，请补充", M.evidence(field, "null", "true") }
  return function(value)
    if value == nil then return absent end
    return value and yes or no
  end
end

-- One criterion: writes it, gives back its points in tenths.
function M.item(name, title, most, comma)
  local opening, middle = '{"id":"2.2/' .. name .. '","title":"' .. title .. '","points":', ',"max":' .. most .. ',"reason":"'
  local behind = '"}' .. (comma or ",")
  local unmet = opening .. "0" .. middle .. "不符合，不计分" .. behind
  local unknown = opening .. "0" .. middle .. "信息不足，暂不计分" .. behind
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
    out:put(opening, points / 10, middle, before, value or "", rest or "", behind)
    return points
  end
end

return M

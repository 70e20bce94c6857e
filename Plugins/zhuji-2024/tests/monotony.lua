-- 负责人越年轻、自筹越多、成果越多，得分不会越低。用例只能写几个点，这里走完整个范围。
local function never_lowers(base, path, first, last, step)
  local before
  for value = first, last, step do
    local result = evaluate(base, { [path] = value })
    local what = path .. " = " .. value
    assert(not before or result.total >= before, what .. "：总分由" .. tostring(before) .. "降为" .. result.total)
    before = result.total
  end
end

for _, name in ipairs { "BS2024-61-001", "BS2024-71-001", "BS2024-81-001" } do
  local base = example(name)

  test(name .. "：负责人越年轻，得分不越低", function()
    never_lowers(base, "leader.birthYear", 1940, 2006, 1)
  end)

  test(name .. "：自筹越多，得分不越低", function()
    never_lowers(base, "budget.selfFunded", 0, 300000, 997)
  end)

  test(name .. "：成果越多，得分不越低", function()
    for _, field in ipairs { "youngTalents", "staffTrained", "academicExchanges", "industryExchanges" } do
      never_lowers(base, "expected." .. field, 0, 12, 1)
    end
    for _, kind in ipairs { "invention", "utilityModel", "design", "software", "other" } do
      never_lowers(base, "expected.ip." .. kind .. ".filed", 0, 12, 1)
      never_lowers(base, "expected.ip." .. kind .. ".granted", 0, 12, 1)
    end
  end)
end

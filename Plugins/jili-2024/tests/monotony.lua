-- 条款要求的东西越多，得分不会越低：逐项、逐级增加，其余不变。用例只能写几个点，这里走完整个范围。
local counts = { 0, 1, 2, 3, 5, 6, 7, 20, 9007199254740992 }
local yuan = {}
for wan = 0, 2000, 50 do
  yuan[#yuan + 1] = wan * 10000
  yuan[#yuan + 1] = wan * 10000 + 9999.99
end
table.sort(yuan)

local flags = { false, true }
local kinds = { "invention", "utilityModel", "design", "software", "other" }

-- 一个字段依次取各值时，总分不下降；条款一经符合，不会因为更多而不符合。
local function never_lowers(base, path, values, clauses)
  local last
  for _, value in ipairs(values) do
    local result = evaluate(base, { [path] = value })
    if last then
      local what = path .. " = " .. tostring(value)
      assert(result.total >= last.total, what .. "：总分由" .. last.total .. "降为" .. result.total)
      for _, clause in ipairs(clauses) do
        assert(last[clause] ~= "met" or result[clause] == "met", what .. "：" .. clause .. " 不再符合")
      end
    end
    last = result
  end
end

local examples = {
  ["4.1"] = "BS2024-41-001", ["4.2"] = "BS2024-42-001", ["4.3"] = "BS2024-43-001",
  ["5.1"] = "BS2024-51-001", ["5.2"] = "BS2024-52-001", ["5.3"] = "BS2024-53-001", ["5.4"] = "BS2024-54-001",
}
for id, name in pairs(examples) do
  local base = example(name)
  local function in_id(clause) return id .. "/" .. clause end

  test(id .. "：知识产权越多，得分不越低", function()
    for _, kind in ipairs(kinds) do
      for _, stage in ipairs { "filed", "granted" } do
        never_lowers(base, "expected.ip." .. kind .. "." .. stage, counts, { in_id "target/1" })
      end
    end
  end)

  test(id .. "：经济效益越高，得分不越低", function()
    local has_target = id:sub(1, 1) == "4" or id == "5.1"
    never_lowers(base, "expected.economicBenefit", yuan, has_target and { in_id "target/2" } or {})
  end)

  test(id .. "：上年研发投入越多，得分不越低", function()
    never_lowers(base, "applicant.rdExpense.2023", yuan, { in_id(id == "5.3" and "condition/2" or id == "5.4" and "condition/2" or "condition/1") })
  end)

  test(id .. "：标准、示范点、生产线、规范越多，得分不越低", function()
    for _, level in ipairs { "local", "industry", "national", "international", "enterprise", "group" } do
      never_lowers(base, "expected.standards." .. level, counts, {})
    end
    never_lowers(base, "expected.demonstrationSites", counts, {})
    never_lowers(base, "expected.clinicalProtocols", counts, {})
    never_lowers(base, "expected.productionLine", flags, {})
  end)
end

test("前一年研发投入越少，增长的得分不越低", function()
  for _, id in ipairs { "4.1", "4.2" } do
    local base, last = example(examples[id]), nil
    for before = 3000, 0, -10 do
      local result = evaluate(base, { ["applicant.rdExpense"] = { ["2022"] = before * 1000, ["2023"] = 2000000 } })
      local points = result:points(id .. "/priority/1")
      assert(not last or points >= last, "前一年" .. before .. "千元：" .. tostring(points) .. "分")
      last = points
    end
  end
end)

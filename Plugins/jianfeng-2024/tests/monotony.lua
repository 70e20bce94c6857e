-- 条款要求的东西越多，得分不会越低；专利按“申请”与“授权”两条路计分，走完两个方向的全部组合。
local cultivation = { ["1.1"] = "BS2024-11-001", ["1.2"] = "BS2024-12-001", ["1.3"] = "BS2024-13-001", ["1.4"] = "BS2024-14-001" }
local examples = { ["2.2"] = "BS2024-22-001", ["3.1"] = "BS2024-31-001" }
for id, name in pairs(cultivation) do examples[id] = name end

for id, name in pairs(examples) do
  local base = example(name)

  test(id .. "：申请、授权的专利越多，得分不越低", function()
    local clause, points = id .. "/target/3", {}
    for filed = 0, 8 do
      points[filed] = {}
      for granted = 0, 4 do
        local result = evaluate(base, { ["expected.ip"] = { invention = { filed = filed, granted = granted } } })
        local here = result:points(clause)
        local left, below = points[filed][granted - 1], filed > 0 and points[filed - 1][granted]
        local what = "申请" .. filed .. "件、授权" .. granted .. "件得" .. here .. "分"
        assert(not left or here >= left, what .. "，少授权一件反得" .. tostring(left) .. "分")
        assert(not below or here >= below, what .. "，少申请一件反得" .. tostring(below) .. "分")
        assert((here > 0) == (filed >= 2 or granted >= 1), what .. "，与是否达到要求不一致")
        points[filed][granted] = here
      end
    end
  end)

  test(id .. "：经济效益越高，总分不越低", function()
    local last
    for wan = 0, 4000, 7 do
      local total = evaluate(base, { ["expected.economicBenefit"] = wan * 10000 }).total
      assert(not last or total >= last, "经济效益" .. wan .. "万元：总分由" .. tostring(last) .. "降为" .. total)
      last = total
    end
  end)

  test(id .. "：上年研发投入越多，总分不越低；不是企业的，总分不因此变化", function()
    for _, kind in ipairs { "enterprise", "hospital" } do
      local last
      for wan = 0, 4000, 50 do
        local result = evaluate(base, { ["applicant.kind"] = kind, ["applicant.rdExpense.2023"] = wan * 10000 })
        local what = kind .. "，上年研发投入" .. wan .. "万元：总分由" .. tostring(last) .. "变为" .. result.total
        assert(not last or result.total >= last, what)
        assert(kind == "enterprise" or not last or result.total == last, what)
        last = result.total
      end
    end
  end)
end

test("2.1：成果越多，总分不越低", function()
  local base, achievements, last = example "BS2024-21-001", {}, nil
  for number = 1, 8 do
    achievements[number] = "示例成果" .. number .. "（虚构）"
    local total = evaluate(base, { ["applicant.achievements"] = achievements }).total
    assert(not last or total >= last, number .. "项成果：总分由" .. tostring(last) .. "降为" .. total)
    last = total
  end
end)

-- 方向2.2的规则，每个函数得到整份申报书：符合返回 true，不符合返回 false，未填写返回 nil。
local function grade(value, from, full)
  if value < from then return 0 end
  if value >= full then return 1 end
  return 0.6 + 0.4 * (value - from) / (full - from)
end

local function total(record)
  local expected = record.expected
  local benefit, savings = expected.economicBenefit, expected.costSavings
  if benefit or savings then return (benefit or 0) + (savings or 0) end
end

local function patents(record)
  local ip = record.expected.ip
  if not ip then return end
  local granted = 0
  for _, counts in pairs(ip) do granted = granted + (counts.granted or 0) end
  return ip.invention and ip.invention.filed or 0, granted
end

-- 自治区级以上平台；within 是区划的前几位，平台未填区划的看申报单位。
local function platform(record, within)
  local applicant = record.applicant
  local platforms = applicant.platforms
  if not platforms then return end
  local found = false
  for _, each in ipairs(platforms) do
    local level, status = each.level, each.status
    if (level == "regional" or level == "national") and (status == "approved" or status == "building") then
      if not within then return true end
      local region = each.region or applicant.region
      if region and region:sub(1, #within) == within then return true end
      if not region then found = nil end
    end
  end
  return found
end

return {
  -- 条款
  products = function(record)
    local count = record.expected.newProducts
    if count then return count >= 1 end
  end,
  technologies = function(record)
    local count = record.expected.newTechnologies
    if count then return count >= 1 end
  end,
  patents = function(record)
    local filed, granted = patents(record)
    if filed then return filed >= 2 or granted >= 1 end
  end,
  industrialised = function(record) return record.expected.industrialised end,
  benefit = function(record)
    local amount = total(record)
    if amount then return amount >= 5000000 end
  end,
  exchanges = function(record)
    local count = record.expected.exchangesHeld
    if count then return count >= 1 end
  end,
  enterprise = function(record) return record.applicant.kind == "enterprise" end,
  research = function(record)
    local amounts = record.applicant.rdExpense
    local amount = amounts and amounts["2023"]
    if amount then return amount >= 5000000 end
  end,
  platform = function(record) return platform(record) end,
  city_platform = function(record) return platform(record, "4510") end,
  high_tech = function(record) return record.applicant.highTech end,
  leader = function(record) return record.applicant.industryLeader end,
  -- 评分
  products_grade = function(record)
    local count = record.expected.newProducts
    return count and grade(count, 1, 3)
  end,
  technologies_grade = function(record)
    local count = record.expected.newTechnologies
    return count and grade(count, 1, 3)
  end,
  patents_grade = function(record)
    local filed, granted = patents(record)
    return filed and 0.6 + 0.4 * math.max((filed - 2) / 4, (granted - 1) / 2)
  end,
  benefit_grade = function(record)
    local amount = total(record)
    return amount and grade(amount, 5000000, 30000000)
  end,
  exchanges_grade = function(record)
    local count = record.expected.exchangesHeld
    return count and grade(count, 1, 4)
  end,
  leverage_grade = function(record)
    local benefit, requested = record.expected.economicBenefit, record.budget.requested
    if benefit and requested then return requested > 0 and benefit / requested / 10 or 1 end
  end,
}

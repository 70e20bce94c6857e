-- luacheck: std luajit
-- Evaluates 2.2 with LuaJIT: luajit evaluate.lua RULES APPLICATIONS > RESULTS
-- lua-cjson parses the records, and the rules are those of the C program that receive the record. The results are written to a
-- string.buffer, which is faster than cjson.encode, and have the same bytes as those of keping.
-- The JIT is off: most of the time is spent parsing in C, and compiled traces between the calls cost more than they save.
jit.off()
local decode = require("cjson").decode
local buffer = require "string.buffer"

package.path = arg[0]:gsub("[^/]*$", "") .. "?.lua;" .. package.path
local parts = require "parts"
local rules = dofile(arg[1])
local at_least, clause, evidence, item, flag = parts.at_least, parts.clause, parts.evidence, parts.item, parts.flag
local money, outcome, quoted = parts.money, parts.outcome, parts.quoted

local products = at_least(1, "target", "开发新产品、新工艺或新材料1项以上", "新产品、新工艺或新材料", "expected.newProducts", 1, "项")
local technologies = at_least(2, "target", "形成具有自主知识产权的新技术1项以上", "自主知识产权新技术", "expected.newTechnologies", 1, "项")
local benefit_quote = "经济效益（节约成本）金额500万元以上"
local benefit = at_least(
  5, "target", benefit_quote, "经济效益与节约成本合计", "expected.economicBenefit + expected.costSavings", 5000000, "", money)
local exchanges = at_least(6, "target", "组织开展科技交流活动1次以上", "组织科技交流活动", "expected.exchangesHeld", 1, "次")
local research_quote = "企业上年研发投入在500万元以上"
local research = at_least(1, "condition", research_quote, "上年（2023年）研发投入", "applicant.rdExpense.2023", 5000000, "", money)

local patents_opening, patents_middle =
  clause(3, "target", "申请发明专利2项以上或获得知识产权（发明专利、实用新型专利、软件著作权等）授权专利1项以上")
local industrialised_opening, industrialised_middle = clause(4, "target", "实现产业化应用")
local research_opening, research_middle = clause(1, "condition", research_quote)
local lead_opening, lead_middle = clause(1, "encouraged", "鼓励支持高新技术企业或行业龙头企业牵头申报")
local evidence_start = ',"evidence":['

local opening, middle = clause(5, "target", benefit_quote)
local benefit_absent = opening .. "unknown" .. middle .. '未填写经济效益，请补充；未填写节约成本，请补充","evidence":['
  .. evidence("expected.economicBenefit", "null", ">= 5000000") .. ","
  .. evidence("expected.costSavings", "null", ">= 5000000") .. "]},"
local patents_absent = patents_opening .. "unknown" .. patents_middle
  .. '未填写发明专利申请，请补充；未填写知识产权（授权）合计，请补充","evidence":['
  .. evidence("expected.ip.invention.filed", "null", ">= 2") .. "," .. evidence("expected.ip(granted)", "null", ">= 1") .. "]},"
opening, middle = clause(1, "notice", "具体申报事项另行通知")
local notice = opening .. "unknown" .. middle .. '申报事项另行通知，尚未登记通知，以通知为准","evidence":[]}],"problems":[],"score":{"total":'

local kinds = { enterprise = "企业", university = "高等院校", institute = "科研院所", hospital = "医疗机构", government = "机关", other = "其他" }
for kind, label in pairs(kinds) do
  kinds[kind] = {
    "申报单位类型为" .. label .. (kind == "enterprise" and "" or "，不属于企业"), evidence("applicant.kind", '"' .. kind .. '"', "enterprise"),
  }
end
local high_tech, leader = flag("高新技术企业", "applicant.highTech"), flag("行业龙头企业", "applicant.industryLeader")
local industrialised = flag("实现产业化应用", "expected.industrialised")

local products_item = item("target/1", "新产品、新工艺或新材料", 15)
local technologies_item = item("target/2", "自主知识产权新技术", 15)
local patents_item = item("target/3", "专利", 15)
local industrialised_item = item("target/4", "实现产业化应用", 5)
local benefit_item = item("target/5", "经济效益与节约成本", 20)
local exchanges_item = item("target/6", "组织科技交流活动", 5)
local platform_item = item("condition/2", "自治区级以上科技创新平台", 5)
local city_item = item("principle/1", "百色市内的自治区级以上科技创新平台", 10)
local lead_item = item("encouraged/1", "高新技术或行业龙头企业牵头", 5)
local leverage_item = item("criterion/1", "投入产出", 5, "")

local function fraction(grade) return math.floor(math.min(1, math.max(0, grade)) * 1000 + 0.5) / 1000 end

local function put_patents(out, answer, ip)
  if answer == nil then return out:put(patents_absent) end
  local filed, granted = ip.invention and ip.invention.filed or 0, 0
  for _, counts in pairs(ip) do granted = granted + (counts.granted or 0) end
  local shows_filed, shows_granted = (filed >= 2) == answer, (granted >= 1) == answer
  local reached = answer and "项，达到" or "项，低于"
  out:put(patents_opening, outcome(answer), patents_middle)
  if shows_filed then out:put("发明专利申请", filed, reached, "2项") end
  if shows_granted then out:put(shows_filed and "；" or "", "知识产权（授权）合计", granted, reached, "1项") end
  out:put('"', evidence_start)
  if shows_filed then out:put(evidence("expected.ip.invention.filed", filed, ">= 2")) end
  if shows_granted then out:put(shows_filed and "," or "", evidence("expected.ip(granted)", granted, ">= 1")) end
  out:put("]},")
end

-- Returns a function that writes a clause about a platform; within is the prefix of the region that it must be in.
local function platform(number, kind, quote, label, within)
  local before, between = clause(number, kind, quote)
  local tail = ',"required":"' .. label .. '"}]},'
  local met = before .. "met" .. between .. "有" .. label
  local unmet = before .. "unmet" .. between .. "没有" .. label .. '","evidence":[{"field":"applicant.platforms","value":'
  local absent = before .. "unknown" .. between .. '未填写科技创新平台，请补充","evidence":[{"field":"applicant.platforms","value":null' .. tail
  return function(out, answer, applicant)
    local platforms = applicant.platforms
    if not platforms then return out:put(absent) end
    if answer == false then return out:put(unmet, #platforms, tail) end
    for index = 1, #platforms do
      local each = platforms[index]
      if (each.level == "regional" or each.level == "national") and (each.status == "approved" or each.status == "building") then
        local region = not within or each.region or applicant.region
        if answer and (not within or region and region:sub(1, #within) == within) then
          local name = each.name and quoted(each.name)
          out:put(met, name and "：" .. name or "（第" .. index .. "项）", '","evidence":[{"field":"applicant.platforms[', index - 1, ']","value":')
          return out:put(name and '"' .. name .. '"' or "true", tail)
        elseif answer == nil and not region then
          out:put(before, "unknown", between, "科技创新平台第", index, "项未填写平台行政区划代码，无法判断是否有", label)
          return out:put('，请补充","evidence":[{"field":"applicant.platforms[', index - 1, '].region","value":null', tail)
        end
      end
    end
  end
end
local put_platform = platform(2, "condition", "应建有或在建自治区级以上科技创新平台", "自治区级以上科技创新平台")
local put_city_platform = platform(
  1, "principle", "支持百色市行政区域内获批建设的国家级、自治区级重点实验室、技术创新中心、科技成果转化中试研究基地、工程研究中心、企业技术中心等科技创新平台",
  "百色市内的自治区级以上科技创新平台", "4510")

-- Writes the clause about high-tech and leading enterprises, with the parts that decided it, and returns its outcome.
local function put_lead(out, enterprise, applicant, one, other)
  local either
  if one or other then either = true elseif one ~= nil and other ~= nil then either = false end
  local all = either
  if not enterprise then all = false end
  local texts = {}
  if enterprise == all then texts[1] = kinds[applicant.kind] end
  if either == all then
    if one == all then texts[#texts + 1] = high_tech(one) end
    if other == all then texts[#texts + 1] = leader(other) end
  end
  out:put(lead_opening, outcome(all), lead_middle)
  for index = 1, #texts do out:put(index > 1 and "；" or "", texts[index][1]) end
  out:put('"', evidence_start)
  for index = 1, #texts do out:put(index > 1 and "," or "", texts[index][2]) end
  out:put("]},")
  return all
end

local items = buffer.new()

local function evaluate(out, line)
  local record = decode(line)
  local applicant, expected = record.applicant, record.expected
  local t1, t2, t3 = rules.products(record), rules.technologies(record), rules.patents(record)
  local t4, t5, t6 = rules.industrialised(record), rules.benefit(record), rules.exchanges(record)
  local enterprise = rules.enterprise(record)
  local c1 = not enterprise or rules.research(record)
  local c2, p1 = rules.platform(record), rules.city_platform(record)
  local verdict = "pass"
  if t1 == false or t2 == false or t3 == false or t4 == false or t5 == false or t6 == false or c1 == false or c2 == false then
    verdict = "fail"
  elseif not (t1 and t2 and t3 and t4 and t5 and t6 and c1 and c2 and p1) then
    verdict = "supplement"
  end
  out:put('{"id":"', quoted(record.id), '","year":2024,"direction":"2.2","title":"', quoted(record.title))
  out:put('","applicant":"', quoted(applicant.name), '","program":{"id":"jianfeng-2024","version":"1.1.0"},"verdict":"', verdict)
  out:put('","findings":[')
  products(out, t1, expected.newProducts)
  technologies(out, t2, expected.newTechnologies)
  put_patents(out, t3, expected.ip)
  local texts = industrialised(t4)
  out:put(industrialised_opening, outcome(t4), industrialised_middle, texts[1], '"', evidence_start, texts[2], "]},")
  local total = (expected.economicBenefit or 0) + (expected.costSavings or 0)
  if t5 == nil then out:put(benefit_absent) else benefit(out, t5, total) end
  exchanges(out, t6, expected.exchangesHeld)
  if enterprise then
    research(out, c1, applicant.rdExpense and applicant.rdExpense["2023"])
  else
    texts = kinds[applicant.kind]
    out:put(research_opening, "notApplicable", research_middle, "不适用：", texts[1], '"', evidence_start, texts[2], "]},")
  end
  put_platform(out, c2, applicant)
  put_city_platform(out, p1, applicant)
  local e1 = put_lead(out, enterprise, applicant, rules.high_tech(record), rules.leader(record))
  out:put(notice)
  local points = products_item(items, t1, t1 and rules.products_grade(record), expected.newProducts, "项，起评1项得六成，满3项得满分")
    + technologies_item(items, t2, t2 and rules.technologies_grade(record), expected.newTechnologies, "项，起评1项得六成，满3项得满分")
  local grade = t3 and math.min(1, math.max(0, rules.patents_grade(record)))
  points = points + patents_item(items, t3, grade, "专利成果得分系数", t3 and fraction(grade))
    + industrialised_item(items, t4, 1, "符合")
    + benefit_item(items, t5, t5 and rules.benefit_grade(record), t5 and money(total), "，起评500万元得六成，满3000万元得满分")
    + exchanges_item(items, t6, t6 and rules.exchanges_grade(record), expected.exchangesHeld, "次，起评1次得六成，满4次得满分")
    + platform_item(items, c2, 1, "符合") + city_item(items, p1, 1, "符合") + lead_item(items, e1, 1, "符合")
  grade = rules.leverage_grade(record)
  grade = grade and math.min(1, math.max(0, grade))
  points = points + leverage_item(items, grade and true, grade, "投入产出比得分系数", grade and fraction(grade))
  out:put(points / 10, ',"items":[', items, "]}}\n")
  items:reset()
end

local out = buffer.new(2 ^ 18)
for line in io.lines(arg[2]) do
  evaluate(out, line)
  if #out > 2 ^ 17 then
    io.stdout:write(out:get())
  end
end
io.stdout:write(out:get())

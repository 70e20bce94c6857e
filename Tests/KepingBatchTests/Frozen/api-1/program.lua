-- 虚构的专项，用到 api 1 的每一个词；本文件不再改动。
local quotes = require "lib.quotes"

fields {
  summary = text "摘要",
  topics = texts("类别", { energy = "新能源", health = "健康" }, "none"),
  keywords = texts "关键词",
  stage = choice("阶段", { lab = "实验室", pilot = "中试" }),
  industry = open_choice("行业", { metal = "金属", food = "食品" }),
  founded = whole "成立年份",
  devices = list("设备", { name = text "名称", kind = choice("种类", { own = "自有", rented = "租用" }), isNew = flag "全新" }),
  visits = list("交流", { place = text "地点" }, "none"),
  expected = {
    benefit = money "经济效益", savings = money "节约成本", sites = count "示范点", staff = count "人才", built = flag "建成",
    ip = tally("知识产权", { patent = "专利", software = "软件著作权" }, { filed = "申请", granted = "授权" }),
    standards = tally("标准", { ["local"] = "地方标准", national = "国家标准" }),
  },
}

local rd, rd_before = applicant.rdExpense[year - 1], applicant.rdExpense[year - 2]
local enterprise = applicant.kind:is "enterprise"
local growth = compute("增幅", { rd, rd_before }, function(last, before)
  return before > 0 and math.min(1, (last - before) / before) or 1
end)
local named = judge("名称不太短", { title, enterprise }, function(name, is_enterprise)
  return is_enterprise and utf8.len(name) >= 4 or #name > 6
end)
local whole_record = judge("有摘要或关键词", { record }, function(r)
  local words = {}
  for _, word in ipairs(r.keywords or {}) do table.insert(words, string.upper(word)) end
  return r.summary ~= nil or #words > 0
end)
local city = within("4510", applicant.region)
local most = settings.strict and "2个" or "3个"
local marked = string.format("%g万元", settings.benefitMillions * 100)

uncovered { "本计划面向全市", because = "面向的范围不逐份判断" }

direction { "1.1",
  target { quotes.sites, expected.sites:at_least "2个", points = 20, full = "6个" },
  condition { "企业上年研发投入在50万元以上", enterprise, rd:at_least "50万元", points = 10, full = "200万元", title = "研发投入" },
  document { "有联合单位的提供协议", expected.built, applies_when = partners:some() },
  principle { "名称规范", named },
  priority { "优先支持研发投入增长的", rd:more_than(rd_before), points = 10, grade = growth },
  encouraged { "鼓励联合申报", units:any("高校", { kind = { "university" } }), points = 5 },
  notice { "具体事项另行通知" },
  notice { "健康类另行通知", applies_when = topics:has "health" },
  limit { "接受1个项目", "1个" },
  { criterion { "材料齐全", points = 5, grade = whole_record } },
  uncovered { "支持……等", because = "支持内容由专家评审" },
}

direction { "1.2",
  target { "效益100万元以上", total_of { expected.benefit, expected.savings }:at_least "100万元", points = 10,
    grade = reach(expected.benefit + expected.savings, "100万元", "500万元"), title = "效益与节约" },
  target { "成本低于80万元，不超过设备总价", expected.savings:less_than "80万元", expected.savings:at_most(expected.benefit) },
  target { "效益明显", expected.benefit:at_least(marked, "“明显”按150万元掌握") },
  target { "知识产权2件以上",
    any_of { expected.ip:sum():at_least "2件", expected.ip:sum("patent", "granted"):more_than("0件", "授权的专利从宽") }, points = 10 },
  target { "软件申请1件以上", expected.ip.software.filed:at_least "1件" },
  target { "国家标准1项以上", expected.standards:sum("national"):at_least "1项" },
  condition { "联合单位不超过3个", partners:count():at_most(most, "从严的为2个") },
  condition { "处于中试阶段", stage:is { "pilot" }, negate(industry:is "food") },
  condition { "在百色市", applicant.region:within("4510", "百色市") },
  condition { "有自有的全新设备", devices:any("自有的全新设备", { kind = "own", isNew = true }), devices:some() },
  condition { "有市内的市级以上平台", applicant.platforms:any("市内的平台", { level = quotes.levels, region = city }) },
  condition { "没有交流安排", visits:none() },
  condition { "填写成立年份", founded:given(), keywords:count():at_least("1个", "至少1个关键词") },
  principle { "是企业", leave_open(enterprise, "其他单位由人认定") },
  priority { "优先支持建成的", all_of { expected.built, expected.staff:at_least("1名", "至少1名") },
    points = 10, grade = share { expected.built, expected.staff:at_least("1名", "至少1名") }, title = "建成与人才" },
}

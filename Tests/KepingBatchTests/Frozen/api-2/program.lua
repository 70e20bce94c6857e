-- 虚构的专项，用到 api 2 比 api 1 多的每一个词；本文件不再改动。
labels { applicant = { registeredOn = "成立日期", platforms = { level = { regional = "省级" } } } }

fields {
  revenue = yearly "销售收入",
  stake = percent "持股比例",
  score = decimal "平均成绩",
  issuedOn = date "证书日期",
  assets = money "资产", liabilities = money "负债",
  staff = { total = count "职工总数", research = count "研发人员" },
  devices = list("设备", {
    name = text "名称", price = money "单价", number = count "台数", weight = decimal "系数", boughtOn = date "购置日期",
    kind = choice("种类", { own = "自有", rented = "租用" }),
  }),
}

local rd, rd_before = applicant.rdExpense[year - 1], applicant.rdExpense[year - 2]
local enterprise = applicant.kind:is "enterprise"
local part = compute("研发占比", { rd, revenue[year - 1] }, function(a, b) return b > 0 and a / b or 0 end)

limit { "每家企业限报1项", "1项", per = "applicant", over = "best" }

direction { "1.1", not_applicable = "shared",
  limit { "负责人在研和申报合计不超过2项", "2项", per = "leader", within = "plan", ongoing = true },
  condition { "1985年1月1日以后出生", leader.birthDate:on_or_after "1985年1月1日", points = 5 },
  condition { "2024年1月1日前（含当日）成立", applicant.registeredOn:on_or_before "2024年1月1日" },
  condition { "证书在2025年1月1日之前", issuedOn:before "2025年1月1日" },
  condition { "证书在成立之后", issuedOn:after(applicant.registeredOn) },
  condition { "截至2025年1月1日不超过40周岁", age_at(leader.birthDate, "2025年1月1日"):at_most "40周岁" },
  condition { "成立满1年", years_between(applicant.registeredOn, submittedAt):at_least "1年", points = 5, full = "3年" },
  condition { "实施期不超过18个月", months_between(period.start, period["end"]):at_most "18个月" },
  condition { "研发投入占销售收入3%以上", ratio(rd, revenue[year - 1]):at_least "3%", points = 20, full = "10%" },
  condition { "自筹与申请之比不低于2：1", ratio(budget.selfFunded, budget.requested):at_least "2:1" },
  condition { "销售收入增长10%以上", growth(revenue[year - 1], revenue[year - 2]):at_least "10%", points = 10,
    grade = linear(growth(revenue[year - 1], revenue[year - 2]), "10%", "50%") },
  condition { "两年平均研发投入50万元以上", mean { rd, rd_before }:at_least "50万元" },
  condition { "净资产0.3万元以上", assets:minus(liabilities):at_least "0.3万元" },
  condition { "申请经费不超过总额的30%", budget.requested:at_most(budget.total:times "30%") },
  condition { "申请与自筹合计不超过总额", (budget.requested + budget.selfFunded):at_most(budget.total) },
  condition { "持股比例高于25%", stake:more_than "25%" },
  condition { "平均成绩60以上", score:at_least "60" },
  priority { "优先支持研发投入增长的", rd:more_than(rd_before), points = 10, applies_when = enterprise },
  encouraged { "鼓励研发占比高的", part:at_least("0.1", "“高”按一成掌握"), points = 5 },
}

direction { "1.2",
  limit { "同一单位牵头和参与的不超过3项", "3项", per = "unit", within = "projectType", over = "all" },
  condition { "企业研发人员10人以上，其他单位5人以上",
    by { { enterprise, staff.research:at_least "10人" }, staff.research:at_least "5人" }, points = 20 },
  condition { "研发人员占职工十分之一以上", ratio(staff.research, staff.total):at_least "1:10", points = 10 },
  condition { "单价50万元以上的设备2台以上", devices:sum("number", { price = at_least "50万元" }):at_least "2台", points = 10 },
  condition { "有2023年以后购置的设备", devices:any("新设备", { boughtOn = on_or_after("2023年1月1日", "2023年以后") }) },
  condition { "有2020年前购置的设备", devices:any("旧设备", { boughtOn = before("2020年1月1日", "2020年前") }) },
  condition { "没有2026年以后购置的", devices:count { boughtOn = after("2025年12月31日", "2026年以后") }:at_most("0台", "没有") },
  condition { "有截至2024年底购置的", devices:count("早购的设备", { boughtOn = on_or_before("2024年12月31日", "年底") }):at_least("1台", "有") },
  condition { "设备系数合计1以上", devices:sum("weight"):at_least("1", "合计1") },
  condition { "设备都是自有的", devices:every("自有设备", { kind = "own" }) },
  condition { "有“铣床”或“车床”", devices:any("机床", { name = { "铣床", "车床" } }) },
  condition { "有省级以上平台", applicant.platforms:any("省级以上平台", { level = { "regional", "national" } }) },
  condition { "成员3人以上", members:count():at_least "3人", leader.idNumber:given() },
  condition { "有推荐单位和联系人邮箱", recommender:given(), contact.email:given() },
  { criterion { "分档得分", points = 10,
    grade = by { { enterprise, reach(staff.research, "10人", "20人") }, "full" } } },
}

-- 指南原文是虚构的，只为测量。
fields({
  abstract = text "项目摘要",
  revenue = yearly "销售收入",
  expected = { economicBenefit = money "经济效益", newProducts = count "新产品" },
}, "摘要只供查看")

local rd, rd_before = applicant.rdExpense[year - 1], applicant.rdExpense[year - 2]
local enterprise = applicant.kind:is "enterprise"

direction { "1.1",
  target {
    "经济效益：企业300万元以上，其他单位100万元以上",
    by {
      { enterprise, expected.economicBenefit:at_least "300万元" },
      expected.economicBenefit:at_least "100万元",
    },
    points = 25,
  },
  target { "开发新产品1项以上", expected.newProducts:at_least "1项", points = 20, full = "5项" },
  condition { "项目负责人1973年1月1日以后出生", leader.birthDate:on_or_after "1973年1月1日", points = 5 },
  condition { "申报时注册满1年", years_between(applicant.registeredOn, submittedAt):at_least "1年", points = 5 },
  condition { "上年研发投入占销售收入3%以上", ratio(rd, revenue[year - 1]):at_least "3%", points = 15 },
  condition { "上年销售收入较前一年增长5%以上", growth(revenue[year - 1], revenue[year - 2]):at_least "5%", points = 5 },
  condition {
    "联合申报单位中高等院校1个以上", partners:count("高等院校", { kind = "university" }):at_least "1个", points = 10,
  },
  condition {
    "建有自治区级以上科技创新平台1个以上",
    applicant.platforms:count("建有的自治区级以上平台", { level = { "regional", "national" }, status = "approved" }):at_least "1个",
    points = 5,
  },
  condition { "自筹经费占预算总额50%以上", ratio(budget.selfFunded, budget.total):at_least "50%", points = 5 },
  priority { "优先支持上年度研发投入增长企业申报", enterprise, rd:more_than(rd_before), points = 5 },
}

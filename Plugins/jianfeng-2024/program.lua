-- 百色市“科技尖峰”行动专项（计划一）。引号中为指南原文；分值由本插件拟定，指南未作规定。
require "fields"

local rd = applicant.rdExpense[year - 1]
local enterprise = applicant.kind:is "enterprise"
local invention_filed, granted = expected.ip.invention.filed, expected.ip:sum "granted"

-- 指南写“企业上年度研发投入”，没有说其他单位可否申报：不是企业的，不论填多少，都留给人判断。
local enterprise_or_open = leave_open(enterprise, "指南只对企业提出此项条件，是否适用由评审人员认定")

local function platform(label, levels)
  return applicant.platforms:any(label, { level = levels, status = { "approved", "building" } })
end

-- 投入产出：每申请1元财政经费带来的经济效益，达到10元即得满分；没有申请财政经费的，也得满分。
local leverage = by {
  { budget.requested:at_most("0元", "没有申请财政经费的，得满分"), "full" },
  linear(ratio(expected.economicBenefit, budget.requested), "0倍", "10倍"),
}

-- 各方向相同的考核要求；quotes 是措辞有出入之处。
local function research_targets(quotes)
  return {
    target { "开发新产品、新工艺或新材料1项以上", expected.newProducts:at_least "1项", points = 15, full = "3项" },
    target { "形成具有自主知识产权的新技术1项以上", expected.newTechnologies:at_least "1项", points = 15, full = "3项" },
    target {
      quotes.patents or "申请发明专利2项以上或获得知识产权（发明专利、实用新型专利、软件著作权等）授权专利1项以上",
      any_of { invention_filed:at_least "2项", granted:at_least "1项" },
      points = 15, title = "专利", grade = compute("专利成果", { invention_filed, granted }, function(filed, owned)
        return 0.6 + 0.4 * math.max((filed - 2) / 4, (owned - 1) / 2)
      end),
    },
    target { "实现产业化应用", expected.industrialised, points = 5 },
  }
end

local function benefit_target()
  return target { "经济效益金额500万元以上", expected.economicBenefit:at_least "500万元", points = 20, full = "3000万元" }
end

local function rd_condition(quote)
  return condition {
    quote, rd:at_least "500万元", applies_when = enterprise_or_open, points = 10, full = "3000万元", title = "上年研发投入",
  }
end

local function lead(quote)
  return encouraged { quote, enterprise, any_of { applicant.highTech, applicant.industryLeader }, points = 5, title = "高新技术或行业龙头企业牵头" }
end

-- 指南中由专家评审、不逐条判断的话；……代表中间的全部文字。
local for_experts = "支持内容由专家评审，不逐条判断"
uncovered {
  "紧紧围绕生态铝……形成新的经济增长点", because = "计划的宗旨，不是对单个项目的要求",
}

local separate_notice = notice { "具体申报事项另行通知" }
local return_on_funding = criterion { "投入产出", points = 5, grade = leverage }

-- 项目类型1：新质生产力培育项目
local cultivation = {
  { "1.1", rd = "企业上年度研发投入在500万元以上", support = "支持铝金属材料绿色……零部件制造技术等" },
  { "1.2", rd = "企业上年度研发投入在500万元以上", support = "支持高端电池关键材料……制氢技术研究等",
    patents = "申请发明专利２项以上或获得知识产权（发明专利、实用新型专利、软件著作权等）授权专利1项以上" },
  { "1.3", rd = "企业上年度研发投入在500万元以上", support = "围绕高性能金属材料……应用关键技术的研究" },
  { "1.4", rd = "企业上年研发投入在500万元以上", support = "支持无醛、阻燃……产业应用示范" },
}
for _, text in ipairs(cultivation) do
  direction { text[1],
    uncovered { text.support, because = for_experts },
    research_targets(text),
    benefit_target(),
    rd_condition(text.rd),
    principle {
      "原则上应建有或在建市级以上科技创新平台",
      platform("市级以上科技创新平台", { "municipal", "regional", "national" }), points = 10,
    },
    lead "鼓励支持高新技术企业或行业龙头企业牵头申报",
    separate_notice,
    return_on_funding,
  }
end

-- 项目类型2：高水平研发平台培育建设项目
local partners_at_most_4
if settings.leadCounts then
  partners_at_most_4 = partners:count():at_most("3个", "含牵头单位共4个，故联合单位不超过3个")
else
  partners_at_most_4 = partners:count():at_most "4个"
end

direction { "2.1",
  uncovered { "聚焦铝产业领域……转化科技成果", because = for_experts },
  target { "形成自治区实验室建设方案", expected.labPlan, points = 15 },
  target { "在项目实施期内，完成自治区实验室申报工作（按自治区主管部门受理情况考核）", expected.labApplication, points = 15 },
  target { "实施成果转化1项以上", expected.resultsTransferred:at_least "1项", points = 20, full = "4项" },
  target { "引进（输出）技术或专利1项以上", expected.technologiesTraded:at_least "1项", points = 20, full = "4项" },
  condition {
    "申报单位应具有较强的科研开发实力和研究基础，并在相关科研领域取得相关科研成果", applicant.achievements:some(),
    points = 15, title = "已有科研成果", grade = reach(applicant.achievements:count(), "1项", "5项"),
  },
  condition { "联合申报单位不可超过4个", partners_at_most_4 },
  document { "并提供联合建设协议", attachments.jointAgreement, applies_when = partners:some() },
  encouraged {
    "鼓励行业龙头企业为主体与优势高等院校、科研院所等组成产学研团队联合申报",
    enterprise, applicant.industryLeader, partners:any("高等院校或科研院所", { kind = { "university", "institute" } }),
    points = 15, title = "龙头企业牵头的产学研团队",
  },
  separate_notice,
}

direction { "2.2",
  uncovered { "集聚重点产业领域创新需求……产品研究开发及中试生产", because = for_experts },
  research_targets {},
  target {
    "经济效益（节约成本）金额500万元以上",
    total_of { expected.economicBenefit, expected.costSavings }:at_least "500万元",
    points = 20, full = "3000万元", title = "经济效益与节约成本",
  },
  target { "组织开展科技交流活动1次以上", expected.exchangesHeld:at_least "1次", points = 5, full = "4次" },
  condition { "企业上年研发投入在500万元以上", rd:at_least "500万元", applies_when = enterprise },
  condition {
    "应建有或在建自治区级以上科技创新平台",
    platform("自治区级以上科技创新平台", { "regional", "national" }), points = 5,
  },
  principle {
    "支持百色市行政区域内获批建设的国家级、自治区级重点实验室、技术创新中心、科技成果转化中试研究基地、工程研究中心、企业技术中心等科技创新平台",
    applicant.platforms:any("百色市内的自治区级以上科技创新平台", {
      level = { "regional", "national" }, status = { "approved", "building" },
      region = within("4510", applicant.region), -- 平台未填区划的，视为在申报单位所在地
    }),
    points = 10,
  },
  lead "鼓励支持高新技术企业或行业龙头企业牵头申报",
  separate_notice,
  return_on_funding,
}

-- 项目类型3：关键技术“揭榜挂帅”项目
direction { "3.1",
  uncovered { "重点支持企业聚焦生态铝……加快重大科技成果转化", because = for_experts },
  research_targets {},
  benefit_target(),
  rd_condition "企业上年度研发投入500万元以上",
  principle { "由企业发榜", challenge.issuerKind:is "enterprise" },
  lead "鼓励高新技术企业或行业龙头企业牵头认领需突破关键技术难题",
  separate_notice,
  return_on_funding,
}

-- 方向2.2，每个条款、每个评分项都由 Lua 函数判断。清单的查找仍由词汇完成，函数得到的是找到没有；
-- “一边已符合，另一边未填写”也符合的，仍用 all_of、any_of 连接几个函数。
-- luacheck: read globals expected
require "fields"
local rules = require "rules"

local filed, granted = expected.ip.invention.filed, expected.ip:sum "granted"
local enterprise = judge("企业", { applicant.kind }, rules.enterprise)
local benefit = total_of { expected.economicBenefit, expected.costSavings }

local function platform(label, region)
  return applicant.platforms:any(label, { level = { "regional", "national" }, status = { "approved", "building" }, region = region })
end

direction { "2.2",
  target {
    "开发新产品、新工艺或新材料1项以上", judge("新产品、新工艺或新材料1项以上", { expected.newProducts }, rules.products),
    points = 15, grade = compute("新产品、新工艺或新材料", { expected.newProducts }, rules.products_grade),
  },
  target {
    "形成具有自主知识产权的新技术1项以上", judge("自主知识产权新技术1项以上", { expected.newTechnologies }, rules.technologies),
    points = 15, grade = compute("自主知识产权新技术", { expected.newTechnologies }, rules.technologies_grade),
  },
  target {
    "申请发明专利2项以上或获得知识产权（发明专利、实用新型专利、软件著作权等）授权专利1项以上",
    judge("申请发明专利2项或授权1项以上", { filed, granted }, rules.patents),
    points = 15, grade = compute("专利成果", { filed, granted }, rules.patents_grade),
  },
  target { "实现产业化应用", judge("实现产业化应用", { expected.industrialised }, rules.industrialised), points = 5 },
  target {
    "经济效益（节约成本）金额500万元以上", judge("经济效益与节约成本500万元以上", { benefit }, rules.benefit),
    points = 20, grade = compute("经济效益与节约成本", { benefit }, rules.benefit_grade),
  },
  target {
    "组织开展科技交流活动1次以上", judge("组织科技交流活动1次以上", { expected.exchangesHeld }, rules.exchanges),
    points = 5, grade = compute("组织科技交流活动", { expected.exchangesHeld }, rules.exchanges_grade),
  },
  condition {
    "企业上年研发投入在500万元以上", judge("上年研发投入500万元以上", { applicant.rdExpense[year - 1] }, rules.research),
    applies_when = enterprise,
  },
  condition {
    "应建有或在建自治区级以上科技创新平台",
    judge("建有或在建自治区级以上科技创新平台", { platform "自治区级以上科技创新平台" }, rules.platform), points = 5,
  },
  principle {
    "支持百色市行政区域内获批建设的国家级、自治区级重点实验室、技术创新中心、科技成果转化中试研究基地、工程研究中心、企业技术中心等科技创新平台",
    judge("平台在百色市内", { platform("百色市内的自治区级以上科技创新平台", within("4510", applicant.region)) }, rules.city_platform),
    points = 10,
  },
  encouraged {
    "鼓励支持高新技术企业或行业龙头企业牵头申报",
    enterprise,
    any_of {
      judge("高新技术企业", { applicant.highTech }, rules.high_tech),
      judge("行业龙头企业", { applicant.industryLeader }, rules.leader),
    },
    points = 5, title = "高新技术或行业龙头企业牵头",
  },
  notice { "具体申报事项另行通知" },
  criterion {
    "投入产出", points = 5,
    grade = compute("投入产出比", { expected.economicBenefit, budget.requested }, rules.leverage_grade),
  },
}

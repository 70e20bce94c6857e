-- 百色市“科技筑基”行动专项（计划三）。引号中为指南原文；分值由本插件拟定，指南未作规定。
require "fields"

local ip = settings.filedCounts and expected.ip:sum() or expected.ip:sum "granted"
local university = applicant.kind:is "university"
local from_outside = all_of { university, negate(applicant.region:within("4510", "百色市")) }

-- 按年份算，负责人不满35岁的得满分，满45岁的不得分，其间逐年递减；只填了出生日期的，取其年份。
local youth = linear(leader.birthYear, string.format("%d年", year - 45), string.format("%d年", year - 35))
-- 自筹经费占预算总额一半的得满分。
local own_share = linear(ratio(budget.selfFunded, budget.total), "0%", "50%")

local researchers = principle {
  "重点面向高等院校、科研院所、医疗机构或相关企业的科研人员",
  applicant.kind:is { "university", "institute", "hospital", "enterprise" },
}

-- 指南中由专家评审、不逐条判断的话；……代表中间的全部文字。
local for_experts = "支持内容由专家评审，不逐条判断"
uncovered {
  "支持开展自然科学及与自然科学相交叉学科……培养青年科技人才", because = "计划的宗旨，不是对单个项目的要求",
}

-- 项目类型6与7相同的部分
local function common_targets(exchange)
  return {
    target { "形成自主知识产权1项以上", ip:at_least "1项", points = 20, full = "5项" },
    target { "组建科技创新团队", expected.teamFormed, points = 10 },
    target {
      "培养青年科技人才", expected.youngTalents:at_least("1人", "“培养”按至少1人掌握"), points = 15, full = "5人",
    },
    target { "培养中级及以上职称专业技术人员或硕士研究生1名以上", expected.staffTrained:at_least "1名", points = 15, full = "5名" },
    exchange,
  }
end

local function from_outside_clauses()
  return {
    condition {
      "市外高校须与百色市有关单位联合申报",
      partners:any("百色市的联合申报单位", { region = within "4510" }), applies_when = from_outside,
    },
    document { "承诺项目产生的科技成果首先在百色进行转化", declarations.transferInBaise, applies_when = from_outside },
    priority {
      "优先支持获批建设市级以上科技创新平台单位申报",
      applicant.platforms:any("市级以上科技创新平台", {
        level = { "municipal", "regional", "national" }, status = { "approved", "building" },
      }),
      points = 15,
    },
    criterion { "青年负责人", points = 10, grade = youth },
  }
end

direction { "6.1",
  uncovered { "支持科技人员", "结合百色市经济社会……可持续发展", because = for_experts },
  common_targets(
    target { "组织或参与学术交流1次以上", expected.academicExchanges:at_least "1次", points = 15, full = "4次" }),
  researchers,
  principle {
    "围绕数理科学、化学与化学工程科学、生物科学、医学科学、地球科学、工程与材料科学、信息科学和管理科学等8个学科领域",
    discipline:is {
      "mathematics-physics", "chemistry", "biology", "medicine", "earth", "engineering-materials", "information", "management",
    },
    because = "“8个”是所列学科领域的个数",
  },
  from_outside_clauses(),
}

direction { "7.1",
  uncovered { "重点支持支持科技人员", "相关的关键科学问题……取得突破", because = for_experts },
  common_targets(
    target { "开展产学研交流活动1次以上", expected.industryExchanges:at_least "1次", points = 15, full = "4次" }),
  researchers,
  principle {
    "瞄准“四大主导产业”、电子信息、机械装备制造、高端绿色家居、生物医药及大健康、碳达峰碳中和与应对气候变化关键技术研究与应用示范等特色优势产业领域",
    industry:is { "leading-industry", "electronics", "machinery", "green-home", "biomedicine", "carbon" },
  },
  principle { "针对已有较好研究基础", applicant.achievements:some(), points = 10, title = "研究基础" },
  from_outside_clauses(),
}

-- 项目类型8：经费“包干制”试点项目
direction { "8.1",
  uncovered { "在2024年市级科技计划的", because = "申报书的年度就是指南年度" },
  uncovered {
    "经费“包干制”试点项目，在项目经费资助额度内……任务书时", "赋予科研单位……自主权", because = "立项以后怎样管理经费，不是对申报书的要求",
  },
  researchers,
  principle {
    "自然科学研究、前沿技术研究、基础应用研究和社会公益性技术研究等领域",
    researchArea:is { "natural-science", "frontier-technology", "applied-basic", "public-welfare" },
    points = 40, title = "研究领域",
  },
  principle { "只列预算总额，无需编制项目预算", budget.items:none(), budget.total:given(), points = 20, title = "只列预算总额" },
  limit { "接受1个项目（课题）申报开展立项试点工作", "1个" },
  notice { "具体申报事项另行通知" },
  criterion { "自筹投入", points = 20, grade = own_share },
  criterion { "青年负责人", points = 20, grade = youth },
}

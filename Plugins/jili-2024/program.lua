-- 百色市激励研发投入专项（计划二）。引号中为指南原文；分值由本插件拟定，指南未作规定。
require "fields"

local rd, rd_before = applicant.rdExpense[year - 1], applicant.rdExpense[year - 2]
local enterprise = applicant.kind:is "enterprise"
local ip = expected.ip:sum()

local city_platform = applicant.platforms:any("市级以上科技创新平台", {
  level = { "municipal", "regional", "national" }, status = { "approved", "building" },
})
local joint = all_of {
  units:any("企业", { kind = "enterprise" }),
  units:any("高等院校或科研院所", { kind = { "university", "institute" } }),
}

local platform_priority = priority { "优先支持获批建设市级以上科技创新平台单位申报", city_platform, points = 10 }
local joint_encouraged = encouraged { "鼓励产学研联合申报", joint, points = 5, title = "产学研联合" }

-- 知识产权1件以上；有的方向可由 other 代替，两者合计按件数评分。
local function ip_target(quote, other, bound)
  local owned = ip:at_least "1件"
  if not other then return target { quote, owned, points = 20, full = "6件" } end
  return target {
    quote, any_of { owned, other:at_least(bound) },
    points = 20, title = "知识产权等成果", grade = reach(total_of { ip, other }, "1件", "6件"),
  }
end

-- 指南中由专家评审、不逐条判断的话；……代表中间的全部文字。
local for_experts = "支持内容由专家评审，不逐条判断"
uncovered {
  "围绕百色市主导产业……激励企业、社会及民生领域加大研发投入", because = "计划的宗旨，不是对单个项目的要求",
}

-- 项目类型4：激励企业加大研发投入项目

local function benefit_target(quote)
  return target { quote, expected.economicBenefit:at_least "300万元", points = 20, full = "1500万元" }
end

local rd_condition = condition {
  "企业上年研发投入在100万元以上", enterprise, rd:at_least "100万元", points = 15, full = "1000万元", title = "上年研发投入",
}

-- 研发投入比前一年多一半即得满分；前一年没有研发投入，今年有的，也得满分。
local growth_priority = priority {
  "优先支持上年度研发投入增长企业申报", rd:more_than(rd_before), points = 15, title = "研发投入增长",
  grade = by {
    { rd_before:at_most("0元", "前一年没有研发投入的，算不出增幅"), "full" },
    linear(growth(rd, rd_before), "0%", "50%"),
  },
}

local standards_priority = priority {
  "优先支持能形成地方标准以上或行业标准的",
  expected.standards:sum("local", "industry", "national", "international"):at_least("1项", "“能形成”按至少1项掌握"),
  points = 5, title = "地方标准以上或行业标准",
}

local line, sites = expected.productionLine, expected.demonstrationSites
local has_sites = sites:at_least("1个", "“形成应用示范点”按至少1个掌握")
local marked = expected.economicBenefit:at_least(
  string.format("%g万元", settings.markedBenefitMillions * 100), "“明显”按考核要求的2倍掌握，可在配置中改")

local function upgrade_priority(quote)
  return priority {
    quote, any_of { line, has_sites, marked },
    points = 10, title = "生产线、示范点与明显效益", grade = share { line, has_sites, marked },
  }
end

direction { "4.1",
  uncovered { "支持企业围绕铝精深加工……节能降碳技术研究及示范", because = for_experts },
  ip_target "申请或获得发明专利、实用新型专利、软件著作权等知识产权1件以上",
  benefit_target "项目实施期间，项目相关的经济效益达到300万元以上",
  rd_condition,
  growth_priority,
  standards_priority,
  upgrade_priority "优先支持开展生产线建设提升、能够形成应用示范点、预期经济效益明显的",
  platform_priority,
  joint_encouraged,
}

direction { "4.2",
  uncovered { "支持围绕百色现代特色农业产业……资源化利用等技术攻关", because = for_experts },
  ip_target "申请或获得发明专利、实用新型专利、软件著作权等知识产权1件以上",
  benefit_target "项目实施期间，项目相关的经济效益达到300万元以上",
  rd_condition,
  growth_priority,
  standards_priority,
  upgrade_priority "优先支持开展生产线建设提升、能够形成应用示范点、预期经济效益明显的",
  platform_priority,
  joint_encouraged,
}

direction { "4.3",
  uncovered { "支持大数据、云计算……研发和服务", because = for_experts },
  ip_target "申请或获得发明专利、实用新型专利、软件著作权等知识产权1件以上",
  benefit_target "项目实施期间，项目相关经济效益达到300万元以上",
  rd_condition,
  standards_priority,
  upgrade_priority "优先支持开展生产线建设提升、能够形成应用示范点以及预期经济效益明显的",
  platform_priority,
  joint_encouraged,
}

-- 项目类型5：引导社会、民生领域加大研发投入项目

local ip_quote = "申请或获得发明专利、实用新型专利、软件著作权等知识产权1件以上"

local function rd_of_enterprise(quote)
  return condition { quote, rd:at_least "100万元", applies_when = enterprise }
end

direction { "5.1",
  uncovered { "围绕碳中和……关键技术研究及装备研发", because = for_experts },
  ip_target(ip_quote),
  target { "项目实施期间，项目实现经济效益达到100万元以上", expected.economicBenefit:at_least "100万元", points = 30, full = "600万元" },
  rd_of_enterprise "申报单位为企业的，上年研发投入在100万元以上",
  platform_priority,
  joint_encouraged,
}

direction { "5.2",
  uncovered {
    "支持开展重大疾病……诊疗技术研究与示范", "支持老龄化健康……开发与应用示范", "支持开展基于互联网……科技示范", because = for_experts,
  },
  ip_target(ip_quote .. "，或制订可推广的规范化诊疗技术、方法、操作规程或方案1项以上", expected.clinicalProtocols, "1项"),
  target {
    "数字化医疗康养项目（课题）开发相关诊疗软件、APP或智慧医疗系统1项以上",
    expected.softwareSystems:at_least "1项", applies_when = topics:has "digital-health",
  },
  target {
    "医疗保健器械、药品保健品项目（课题）获批医疗机构制剂注册批件（备案），或中药饮片、中药配方颗粒品种的生产技术和质量标准备案，或保健品食品批准文号",
    expected.productApprovals:at_least("1项", "任一批件、备案或批准文号即可"), applies_when = topics:has "medical-product",
  },
  rd_of_enterprise "申报单位为企业的，上年研发投入在100万元以上",
  platform_priority,
  joint_encouraged,
  encouraged {
    "鼓励围绕现代生物技术、合成生物学、生物3D打印材料、再生医学、免疫治疗等方面开展关键技术研发及应用",
    topics:has "frontier-medicine", points = 10, title = "前沿医学技术",
  },
  notice { "支持艾滋病防治技术研究（具体申报事项另行通知）", applies_when = topics:has "aids" },
}

direction { "5.3",
  uncovered { "支持开展公共安全……技术研究与应用示范", because = for_experts },
  ip_target(ip_quote .. "，或形成标准1项以上", expected.standards:sum(), "1项"),
  target {
    "信息化管理项目开发相关软件、APP或智慧监管系统1项以上",
    expected.softwareSystems:at_least "1项", applies_when = topics:has "informatisation",
  },
  condition {
    "不接受涉密项目申报",
    declarations.secrecy:is { "none", "declassified" },
    leave_open(declarations.secrecy:is "none", "指南此处未提脱密处理，由评审人员认定"),
  },
  rd_of_enterprise "企业上年研发投入在100万元以上",
  priority {
    "优先支持与安全生产、防灾减灾、食品药品安全、禁毒等相关部门联合申报",
    partners:any("安全生产、防灾减灾、食品药品安全或禁毒部门", {
      department = { "work-safety", "disaster-relief", "food-drug-safety", "drug-control" },
    }),
    points = 10,
  },
  platform_priority,
  joint_encouraged,
}

direction { "5.4",
  uncovered { "支持“军民融合”技术研究……应用与示范", because = for_experts },
  ip_target(ip_quote .. "，或建成示范点1个以上", sites, "1个"),
  target {
    "信息化管理项目开发相关软件、APP或智慧监管系统1项以上",
    expected.softwareSystems:at_least "1项", applies_when = topics:has "informatisation",
  },
  condition {
    "“军民融合”等项目不接受涉密项目申报，所有上报项目及相关申报材料要求不涉密或已做脱密处理",
    declarations.secrecy:is { "none", "declassified" },
  },
  rd_of_enterprise "申报单位为企业的，上年研发投入在100万元以上",
  document {
    "申报单位法人、项目负责人手写签字并加盖单位公章承诺项目申报全部内容不涉密",
    declarations.secrecyPledge.legalRepresentativeSigned, declarations.secrecyPledge.leaderSigned, declarations.secrecyPledge.sealed,
  },
  platform_priority,
  joint_encouraged,
}

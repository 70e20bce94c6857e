-- 2024年度申报书中由专项规定的字段。三个专项用同一份申报书，各专项自带一份声明，便于单独分发。
-- 申报编号、年度、方向、单位、负责人、联系人、经费等由主程序规定，这里不再声明。
-- 模板按这里的次序列出字段、类别和选项。

fields({
  abstract = text "项目摘要",
  topics = texts("项目类别", {
    { "digital-health", "数字化医疗康养" },
    { "medical-product", "医疗保健器械、药品保健品" },
    { "frontier-medicine", "现代生物技术、合成生物学、生物3D打印材料、再生医学、免疫治疗" },
    { "aids", "艾滋病防治" },
    { "informatisation", "信息化管理" },
    { "military-civil", "军民融合" },
  }, "none"),
  expected = {
    newProducts = count "新产品、新工艺或新材料",
    newTechnologies = count "自主知识产权新技术",
    resultsTransferred = count "成果转化",
    technologiesTraded = count "引进（输出）技术或专利",
    exchangesHeld = count "组织科技交流活动",
    academicExchanges = count "组织或参与学术交流",
    industryExchanges = count "产学研交流活动",
    clinicalProtocols = count "规范化诊疗技术、方法、规程或方案",
    softwareSystems = count "软件、APP或系统",
    productApprovals = count "批件、备案或批准文号",
    demonstrationSites = count "示范点",
    youngTalents = count "培养青年科技人才",
    staffTrained = count "培养中级及以上职称人员或硕士研究生",
    industrialised = flag "实现产业化应用",
    labPlan = flag "形成自治区实验室建设方案",
    labApplication = flag "完成自治区实验室申报",
    productionLine = flag "开展生产线建设提升",
    teamFormed = flag "组建科技创新团队",
    economicBenefit = money "经济效益",
    costSavings = money "节约成本",
    ip = tally("知识产权", {
      { "invention", "发明专利" }, { "utilityModel", "实用新型专利" }, { "design", "外观设计专利" }, { "software", "软件著作权" },
      { "other", "其他知识产权" },
    }, { { "filed", "申请" }, { "granted", "授权" } }),
    standards = tally("标准", {
      { "enterprise", "企业标准" }, { "group", "团体标准" }, { "local", "地方标准" }, { "industry", "行业标准" },
      { "national", "国家标准" }, { "international", "国际标准" },
    }),
  },
  declarations = {
    secrecy = choice("涉密情况", { { "none", "不涉密" }, { "declassified", "已脱密" }, { "classified", "涉密" } }),
    secrecyPledge = {
      legalRepresentativeSigned = flag "法人手写签字",
      leaderSigned = flag "项目负责人手写签字",
      sealed = flag "加盖单位公章",
    },
    transferInBaise = flag "承诺成果首先在百色转化",
  },
  attachments = { jointAgreement = flag "提供联合建设协议" },
  challenge = {
    issuerKind = open_choice("发榜单位类型", {
      { "enterprise", "企业" }, { "university", "高等院校" }, { "institute", "科研院所" }, { "hospital", "医疗机构" },
      { "government", "机关" }, { "other", "其他" },
    }),
  },
  discipline = open_choice("学科领域", {
    { "mathematics-physics", "数理科学" }, { "chemistry", "化学与化学工程科学" }, { "biology", "生物科学" },
    { "medicine", "医学科学" }, { "earth", "地球科学" }, { "engineering-materials", "工程与材料科学" },
    { "information", "信息科学" }, { "management", "管理科学" },
  }),
  industry = open_choice("产业领域", {
    { "leading-industry", "“四大主导产业”" }, { "electronics", "电子信息" }, { "machinery", "机械装备制造" },
    { "green-home", "高端绿色家居" }, { "biomedicine", "生物医药及大健康" }, { "carbon", "碳达峰碳中和与应对气候变化" },
  }),
  researchArea = open_choice("研究领域", {
    { "natural-science", "自然科学研究" }, { "frontier-technology", "前沿技术研究" },
    { "applied-basic", "基础应用研究" }, { "public-welfare", "社会公益性技术研究" },
  }),
}, "三个专项共用一份申报书")

import KepingCore

extension FieldNames {
  /// Names that clerks use for fields of the host schema, besides their labels.
  static let aliases: [String: [String]] = [
    "id": ["项目编号", "申报书编号"],
    "year": ["年度", "申报年度", "申报年份", "指南年份"],
    "direction": ["方向", "指南方向", "申报指南方向", "申报方向名称", "指南方向名称", "申报方向及代码", "申报方向(代码)", "指南方向及代码"],
    "title": ["课题名称", "申报项目名称", "申报课题名称", "项目(课题)名称"],
    "submittedAt": ["提交日期", "递交时间", "递交日期"],
    "applicant.name": applicantNames.flatMap { [$0, "\($0)名称", "\($0)全称"] }
      + ["单位名称", "单位全称", "企业名称", "企业全称", "公司名称", "公司全称"],
    "applicant.kind": applicantNames.filter { $0.hasSuffix("单位") }.flatMap { ["\($0)类型", "\($0)性质", "\($0)类别"] }
      + ["单位类型", "单位性质", "单位类别", "申报主体类型"],
    "applicant.creditCode": (applicantNames + ["", "单位", "企业", "公司"]).flatMap { name in
      ["统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "社会统一信用代码"].map { name + $0 }
    },
    "applicant.region": ["行政区划代码", "单位行政区划代码", "企业行政区划代码", "申报企业行政区划代码", "所在地行政区划代码", "申报单位所在地行政区划代码"],
    "applicant.rdExpense": expenseNames
      + ["企业", "单位", "申报单位", "申报企业"].flatMap { name in
        ["研发投入", "研发费用", "研发经费"].map { name + $0 }
      },
    "applicant.highTech": ["高企", "国家高新技术企业", "国家级高新技术企业"],
    "applicant.platforms": ["创新平台", "研发平台", "科研平台"],
    "applicant.achievements": ["已取得科研成果", "已有科研成果"],
    "partners": [
      "合作单位", "联合单位", "参与单位", "参加单位", "协作单位", "联合体成员", "合作单位名单", "联合申报单位名单", "联合承担单位", "合作申报单位", "合作承担单位",
    ],
    "leader.name": leaderNames.flatMap { [$0, "\($0)姓名"] },
    "leader.title": leaderNames.map { "\($0)职称" },
    "leader.unit": leaderNames.flatMap { ["\($0)单位", "\($0)所在单位", "\($0)工作单位"] },
    "leader.birthYear": leaderNames.flatMap { ["\($0)出生年份", "\($0)出生年", "\($0)出生年月"] },
    "leader.birthDate": birthDateAliases + leaderNames.map { "\($0)出生年月日" },
    "applicant.registeredOn": registrationNames("注册"),
    "period.start": periodNames(["开始", "起始", "启动"]),
    "period.end": periodNames(["结束", "完成", "终止", "截止"]),
    "budget.total": ["总经费", "项目总经费", "总预算", "项目总预算", "项目预算总额", "经费预算总额", "项目经费总额", "预算总经费"],
    "budget.requested": [
      "申请经费", "申请资金", "申请财政资金", "申请资助经费", "申请资助资金", "申请资助金额", "申请补助经费", "申请补助资金", "申请财政科技经费", "申请财政资助经费", "申请专项经费",
      "申请专项资金", "申请科技经费",
    ],
    "budget.selfFunded": ["自筹", "自筹资金"]
      + ["单位", "企业", "申报单位", "承担单位", "项目"].flatMap { ["\($0)自筹", "\($0)自筹经费", "\($0)自筹资金"] },
    "leader.phone": leaderNames.flatMap { leader in phoneNames.map { leader + $0 } },
    "leader.idNumber": leaderNames.flatMap { leader in idNumberNames.map { leader + $0 } },
    "members": [
      "项目组成员名单", "项目组人员", "项目组主要成员", "项目成员", "项目主要成员", "课题组成员", "课题组主要成员", "项目参加人员", "项目参与人员", "项目主要参加人员", "项目主要参与人员",
    ],
    "contact.name": contactNames.flatMap { [$0, "\($0)姓名"] },
    "contact.phone": ["联系电话", "联系手机"] + contactNames.flatMap { contact in phoneNames.map { contact + $0 } },
    "contact.email": ["联系邮箱"]
      + (contactNames + [""]).flatMap { contact in ["邮箱", "电子邮箱", "电子邮件", "邮箱地址", "e-mail"].map { contact + $0 } },
    "recommender": ["推荐单位名称", "推荐部门", "归口推荐单位", "项目推荐单位", "推荐单位(部门)"],
  ]

  /// Names that clerks use for fields of the host schema, and that may also mean something else beside the field.
  ///
  /// A column has the field only if no other column has it: 所在地 beside 行政区划代码 is an unknown column.
  static let weakAliases: [String: [String]] = [
    "year": ["年份", "计划年度", "项目年度"],
    "direction": ["方向代码", "方向编号", "申报方向代码", "申报方向编号", "指南方向代码", "指南方向编号", "指南代码"],
    "submittedAt": ["申报时间", "申报日期", "申请时间", "申请日期"],
    "applicant.region": ["行政区划", "所属行政区划", "所在行政区划", "单位行政区划", "企业行政区划", "申报单位行政区划", "属地"]
      + ["", "单位", "企业", "申报单位", "申报企业", "申请单位", "承担单位", "牵头单位"].flatMap { name in
        areaNames.map { name + $0 }
      } + ["县(市区)", "县(区)", "县(区市)", "县区", "县市区"],
    "budget.total": ["总投资", "项目总投资", "总投入", "项目总投入", "项目总投资额", "总投资额"],
    "budget.requested": ["财政经费", "财政资金", "财政资助经费"],
    "leader.idNumber": idNumberNames,
    "contact.phone": phoneNames.filter { $0 != "联系电话" },
    "applicant.registeredOn": registrationNames("成立"),
    "period.start": ["开始", "起始"].flatMap { [$0 + "日期", $0 + "时间"] },
    "period.end": ["结束", "完成", "终止"].flatMap { [$0 + "日期", $0 + "时间"] },
  ]

  /// Names for the applicant of a project.
  private static let applicantNames = [
    "申报单位", "申报企业", "申请单位", "申请企业", "申报主体", "牵头单位", "牵头企业", "牵头申报单位", "承担单位", "项目承担单位", "项目申报单位", "项目申报企业", "项目申请单位",
    "项目牵头单位", "项目单位",
  ]
  /// Names for a way to call a person.
  private static let phoneNames = ["电话", "手机", "手机号", "手机号码", "电话号码", "联系电话", "联系方式"]
  /// Names for the number of an identity card.
  private static let idNumberNames = ["证件号", "证件号码", "身份证", "身份证号", "身份证号码"]
  private static let contactNames = ["联系人", "项目联系人", "申报联系人", "单位联系人"]
  static let leaderNames = ["项目负责人", "负责人", "课题负责人", "项目主持人", "主持人"]
  /// Names for R&D expenses; the key of a heading is in lower case.
  private static let expenseNames = [
    "研发费用", "研发经费", "研发支出", "研发经费投入", "研发费用投入", "研发经费支出", "研发费用支出", "研发投入额", "研发投入总额", "研发总投入", "研发费用总额", "研发经费总额",
    "研发投入经费", "研发投入费用", "研发投入金额", "研究开发费用", "研究开发经费", "研究开发投入", "r&d经费", "r&d投入", "r&d费用", "r&d支出", "r&d经费投入", "r&d经费支出",
  ]
  /// Names for the county or prefecture of a unit.
  private static let areaNames = [
    "所在地", "所在地区", "所属地区", "所在县(市区)", "所属县(市区)", "所在县(区)", "所在县区", "所属县区", "所在县市区", "所属县市区", "所在市县",
  ]

  /// Names that clerks use for the objects of the host schema, by path.
  static let objectAliases: [String: [String]] = [
    "applicant": ["牵头单位", "申请单位", "申报企业", "申报主体", "承担单位", "项目承担单位", "项目申报单位", "牵头申报单位", "企业", "单位"],
    "leader": ["项目主持人", "课题负责人", "负责人", "主持人"], "budget": ["经费来源", "资金来源", "经费", "预算", "资金"],
    "contact": contactNames,
    "period": ["项目起止时间", "项目起止日期", "起止时间", "起止日期", "项目实施期", "项目实施期限", "实施期限", "项目周期", "项目执行期", "执行期限"],
  ]

  /// Names that clerks use for fields of list elements, by the name of the field.
  private static let childAliases = [
    "kind": ["性质", "类别", "单位性质", "单位类别"], "name": ["企业名称", "单位全称", "全称"],
    "creditCode": ["社会信用代码", "统一信用代码", "社会统一信用代码"],
    "region": ["行政区划", "所在地", "所在地区", "单位所在地", "所在县(市区)", "所在县区", "所在县市区"],
  ]
  /// Names that clerks use for the fields of 项目组成员, by the name of the field.
  private static let memberAliases = [
    "name": ["姓名"], "idNumber": idNumberNames, "unit": ["单位", "工作单位", "所在单位", "单位名称"],
    "role": ["分工", "角色", "任务分工", "项目分工", "承担任务", "项目中的分工"],
  ]

  /// Returns the names that clerks use for a field of a list's elements.
  func childAliases(of child: Int, in list: Int) -> [String] {
    let isOfMembers = schema.nodes[list].isHost && schema.nodes[list].path == "members"
    return (isOfMembers ? Self.memberAliases : Self.childAliases)[schema.nodes[child].field.name] ?? []
  }

  /// Short names that clerks use for the kinds of tallies.
  ///
  /// They do not identify a column, but show that it may belong to a tally.
  static let shortKinds = [
    "发明专利": ["发明授权", "发明申请", "授权发明", "申请发明"], "实用新型专利": ["实用新型"], "外观设计专利": ["外观设计"], "软件著作权": ["软著"], "企业标准": ["企标"],
    "团体标准": ["团标"],
    "地方标准": ["地标"], "行业标准": ["行标"], "国家标准": ["国标"],
  ]
}

/// The fields that every program has; all other fields are declared by programs.
///
/// The fields of ``all`` are reserved: a program cannot declare them. They are what `api: 1` began with and what the host reads
/// before it knows the program of a record, so no field is ever added to them; new fields belong to ``later``.
public enum HostFields {
  /// The kinds of organisation that can be applicant or partner.
  public static let unitKinds = [
    Choice("enterprise", "企业"), Choice("university", "高等院校"), Choice("institute", "科研院所"),
    Choice("hospital", "医疗机构"), Choice("government", "机关"), Choice("other", "其他"),
  ]
  static let platformLevels = [
    Choice("county", "县级"), Choice("municipal", "市级"), Choice("regional", "自治区级"), Choice("national", "国家级"),
  ]
  static let platformStatuses = [Choice("approved", "建有"), Choice("building", "在建")]
  static let departments = [
    Choice("work-safety", "安全生产"), Choice("disaster-relief", "防灾减灾"), Choice("food-drug-safety", "食品药品安全"),
    Choice("drug-control", "禁毒"),
  ]

  /// The fields at the top of a record, with the fields inside them.
  public static let all: [Field] = [
    Field("id", "申报编号", .text, isRequired: true),
    Field("year", "指南年度", .year, isRequired: true),
    Field("direction", "申报方向", .text, isRequired: true),
    Field("title", "项目名称", .text, isRequired: true),
    Field("submittedAt", "提交时间", .time),
    Field(
      "applicant", "申报单位",
      .object([
        Field("name", "申报单位名称", .text, isRequired: true),
        Field("kind", "申报单位类型", .choice(unitKinds, isOpen: false), isRequired: true),
        Field("creditCode", "申报单位统一社会信用代码", .creditCode),
        Field("region", "申报单位行政区划代码", .division),
        Field("rdExpense", "研发投入", .yearlyMoney),
        Field("highTech", "高新技术企业", .flag),
        Field("industryLeader", "行业龙头企业", .flag),
        Field(
          "platforms", "科技创新平台",
          .objects([
            Field("name", "平台名称", .text),
            Field("kind", "平台类型", .text),
            Field("level", "平台级别", .choice(platformLevels, isOpen: false), isRequired: true),
            Field("status", "平台状态", .choice(platformStatuses, isOpen: false), isRequired: true),
            Field("region", "平台行政区划代码", .division),
          ])),
        Field("achievements", "已取得的科研成果", .texts([])),
      ]), isRequired: true),
    Field(
      "partners", "联合申报单位",
      .objects([
        Field("name", "单位名称", .text, isRequired: true),
        Field("kind", "单位类型", .choice(unitKinds, isOpen: false), isRequired: true),
        Field("creditCode", "统一社会信用代码", .creditCode),
        Field("region", "行政区划代码", .division),
        Field("department", "所属部门", .choice(departments, isOpen: true), absence: .none),
      ]), absence: .none),
    Field(
      "leader", "项目负责人",
      .object([
        Field("name", "项目负责人姓名", .text), Field("title", "项目负责人职称", .text),
        Field("unit", "项目负责人单位", .text), Field("birthYear", "项目负责人出生年份", .year),
      ])),
    Field(
      "budget", "经费预算",
      .object([
        Field("total", "预算总额", .money), Field("requested", "申请财政经费", .money), Field("selfFunded", "自筹经费", .money),
        Field(
          "items", "预算明细",
          .objects([Field("name", "预算科目", .text), Field("amount", "预算金额", .money)]), absence: .none),
      ])),
  ]
}

/// The values of the vocabulary, which are not functions.
package enum VocabularyValue: String, CaseIterable, Sendable {
  case year, settings, record, units

  /// The description in Chinese.
  package var summary: String {
    switch self {
    case .year: "指南年度，是一个数；评审时的函数里也能用。"
    case .settings: "plugin.yaml 的 settings，按名称取；值由配置决定，是数或 true、false。"
    case .record: "整份申报书，只用于 compute 和 judge 的参数表；函数得到一个表，未填写的为 nil。"
    case .units: "申报单位和联合申报单位合在一起的清单，可以用 any、every、count。"
    }
  }

  /// Lua that loads as part of a direction.
  var example: String {
    switch self {
    case .year: "condition { \"企业上年研发投入在50万元以上\", applicant.rdExpense[year - 1]:at_least \"50万元\" }"
    case .settings: "condition { \"从严的须为高新技术企业\", settings.strict and applicant.highTech or applicant.name:given() }"
    case .record:
      "condition {\n  \"题目不超过30字\", judge(\"题目不超过30字\", { record }, function(r) return utf8.len(r.title) <= 30 end),\n}"
    case .units: "encouraged { \"鼓励高校参与\", units:any(\"高等院校\", { kind = \"university\" }), points = 5 }"
    }
  }
}

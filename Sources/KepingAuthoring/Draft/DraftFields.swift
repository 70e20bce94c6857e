import KepingCore

/// The fields that a draft proposes, each with a mark, since a text does not say what applicants fill in.
struct DraftFields {
  /// A proposed field.
  struct Field {
    let group: String
    let name: String
    /// The word that declares it, such as `money`.
    let word: String
    let label: String
    /// The first passage that needs it.
    let quote: String

    var path: String { "\(group).\(name)" }
  }

  /// The fields in the order of the guideline.
  private(set) var fields: [Field] = []

  /// Returns the path of the field for a passage: the one with the same label, or a new one.
  mutating func path(_ kind: ClauseKind, word: String, label: String, quote: String) -> String {
    let group = Self.group(of: kind)
    let label = label.unicodeScalars.count <= 60 ? label : String.text(label.unicodeScalars.prefix(60))
    if let field = fields.first(where: { $0.group == group && $0.word == word && $0.label == label }) { return field.path }
    let base = Self.name(for: label, isFlag: word == "flag") ?? "item"
    let taken = Set(fields.filter { $0.group == group }.map(\.name))
    var name = base == "item" ? "item1" : base
    var number = 1
    while taken.contains(name) {
      number += 1
      name = "\(base)\(number)"
    }
    fields.append(Field(group: group, name: name, word: word, label: label, quote: quote))
    return "\(group).\(name)"
  }

  /// Returns a name for what a label is about; nil if no usual one fits.
  ///
  /// In Chinese the noun comes last. A long statement is about too much for a name.
  private static func name(for label: String, isFlag: Bool) -> String? {
    if isFlag && label.unicodeScalars.count > 14 { return nil }
    var best: (end: Int, name: String)?
    let scalars = Array(label.unicodeScalars)
    for (words, name) in names {
      let wanted = Array(words.unicodeScalars)
      let last = scalars.indices.last { scalars[$0...].starts(with: wanted) }
      guard let end = last.map({ $0 + wanted.count }), end > best?.end ?? 0 else { continue }
      best = (end, name)
    }
    return best?.name
  }

  /// The declaration in Lua; nil if there are no fields.
  var lua: String? {
    guard !fields.isEmpty else { return nil }
    var text = "fields {\n"
    for group in ["expected", "attachments", "declarations"] {
      let members = fields.filter { $0.group == group }
      if members.isEmpty { continue }
      text += "  \(group) = {\n"
      for field in members {
        let mark = LuaText.mark(
          LuaText.question("填什么", about: field.quote), "\(field.word) \(LuaText.quoted(field.label))")
        text += "    \(LuaText.broken("\(field.name) = \(mark)", indent: "    ")),\n"
      }
      text += "  },\n"
    }
    return text + "}\n"
  }

  /// The group of the fields for clauses of a kind.
  private static func group(of kind: ClauseKind) -> String {
    switch kind {
    case .target: "expected"
    case .document: "attachments"
    case .condition, .principle, .priority, .encouraged, .notice, .limit: "declarations"
    }
  }

  /// English names for what guidelines often count or ask for; the longer words come first.
  private static let names: [(words: String, name: String)] = [
    ("新产品", "newProducts"), ("新工艺", "newProcesses"), ("新技术", "newTechnologies"), ("新品种", "newVarieties"), ("新材料", "newMaterials"),
    ("发明专利", "inventions"), ("实用新型", "utilityModels"), ("软件著作权", "softwareCopyrights"), ("知识产权", "ip"), ("专利", "patents"),
    ("论文", "papers"), ("标准", "standards"), ("规程", "protocols"), ("规范", "protocols"), ("经济效益", "economicBenefit"),
    ("销售收入", "salesRevenue"), ("营业收入", "revenue"), ("产值", "outputValue"), ("利润", "profit"), ("税收", "taxes"),
    ("示范点", "demonstrationSites"),
    ("示范基地", "demonstrationBases"), ("示范面积", "demonstrationArea"), ("推广面积", "promotedArea"), ("生产线", "productionLines"),
    ("硕士", "graduatesTrained"), ("职称", "professionalTitle"), ("学位", "degree"), ("培训", "trainees"), ("人才", "talents"),
    ("就业", "jobs"),
    ("交流", "exchanges"), ("成果转化", "resultsTransferred"), ("农户", "farmHouseholds"), ("法人", "legalPerson"), ("失信", "noDishonesty"),
    ("涉密", "secrecy"), ("团队", "team"), ("研发人员", "researchers"), ("检验报告", "inspectionReport"), ("检测报告", "testReport"),
    ("协议", "agreement"),
    ("承诺", "pledge"), ("审计", "auditReport"), ("财务", "financialReport"), ("营业执照", "businessLicence"), ("查新", "noveltySearch"),
    ("自筹", "ownFunds"), ("场地", "premises"), ("资质", "qualification"), ("平台", "platform"), ("设备", "equipment"),
    ("产业化", "industrialised"),
    ("系统", "systems"), ("样机", "prototypes"),
  ]
}

import KepingCore
import KepingYAML

/// A plugin's `plugin.yaml`: pure data that is readable even if the plugin is switched off or its program is broken.
public struct Manifest: Sendable {
  /// The versions of the vocabulary that this host supports.
  public static let apis = 1...2

  /// The most project types, directions and settings that a manifest may have, each.
  static let maximumCount = 1000

  /// The years that a guideline may have.
  static let years = 1900...9999

  /// The version of the vocabulary that the plugin is written for.
  public let api: Int
  /// The plugin's id and version.
  public let reference: ProgramReference
  /// The year of the guideline, from 1900 to 9999; 0 if the manifest is not valid and says no year.
  public let year: Int
  /// The plan with its project types and directions.
  public let plan: Plan
  /// The interpretations of the guideline that a bureau may change, with the plugin's default values.
  public let settings: [Setting]
  /// The hints for finding the plugin's directions in the official text of the guideline.
  public let guideline: GuidelineHints
  /// The path of the manifest, as messages show it.
  public let path: String

  /// A setting with its default value.
  public typealias Setting = Catalogue.Setting

  /// The directions with their project types, in the order of the manifest.
  public var directions: [(projectType: ProjectType, heading: DirectionHeading)] { plan.directions }

  /// Parses a manifest.
  /// - Parameters:
  ///   - text: the YAML text.
  ///   - path: the path of the file, as messages show it.
  /// - Throws: ``Diagnostic``.
  public init(_ text: String, path: String) throws(Diagnostic) {
    let root = try YAMLFile.parse(text, path: path)
    let required = ["id", "version", "api", "year", "plan", "projectTypes"]
    let members = try root.members(allowing: required + ["settings", "guideline"], requiring: required)
    api = try members["api"]!.integer(in: 0...1_000_000)
    guard Self.apis.contains(api) else {
      let known = Self.apis.map { "api \($0)" }
      throw members["api"]!.fault(
        "unsupported-api",
        Wording(
          "不支持 api \(api)，本程序支持 \(known.joined(separator: "、"))",
          "api \(api) is not supported; this version of keping supports \(known.joined(separator: " and "))"))
    }
    let id = try members["id"]!.text()
    try members["id"]!.refuseQuotes(in: id)
    guard Self.isIdentifier(id) else {
      throw members["id"]!.fault(
        "invalid-id", Wording("id“\(id)”只能用小写字母、数字和连字符", "the id '\(id)' may contain only lower-case letters, digits and hyphens")
      )
    }
    reference = ProgramReference(id: id, version: try members["version"]!.plainText(atMost: 40))
    year = try members["year"]!.integer(in: Self.years)
    var hints = try GuidelineHints(members["guideline"])
    let plan = try members["plan"]!.members(
      allowing: ["id", "ordinal", "title", "heading"], requiring: ["id", "ordinal", "title"])
    self.plan = Plan(
      id: try plan["id"]!.plainText(), ordinal: try plan["ordinal"]!.plainText(), title: try plan["title"]!.plainText(),
      projectTypes: try Self.projectTypes(members["projectTypes"]!, &hints))
    try hints.recordHeading(GuidelineHints.plan, plan)
    settings = try Self.settings(members["settings"])
    guideline = hints
    self.path = path
  }

  /// Creates a manifest without settings and hints.
  init(api: Int = apis.upperBound, reference: ProgramReference, year: Int, plan: Plan, path: String) {
    self.api = api
    self.reference = reference
    self.year = year
    self.plan = plan
    self.path = path
    settings = []
    guideline = GuidelineHints()
  }

  /// Returns the manifest with another id.
  func renamed(_ id: String) -> Manifest {
    Manifest(api: api, reference: ProgramReference(id: id, version: reference.version), year: year, plan: plan, path: path)
  }

  /// Whether a text is a valid plugin id: 1 to 64 lower-case letters, digits and hyphens.
  package static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
  }

  private static func projectTypes(
    _ node: YAMLNode, _ hints: inout GuidelineHints
  ) throws(Diagnostic) -> [ProjectType] {
    var types: [ProjectType] = []
    var directionCount = 0
    var seen: Set<String> = []
    for element in try node.elements() {
      let members = try element.members(
        allowing: ["id", "title", "heading", "directions"], requiring: ["id", "title", "directions"])
      let id = try members["id"]!.plainText()
      try members["id"]!.refuseQuotes(in: id)
      try element.requireFew(types.count + 1)
      var headings: [DirectionHeading] = []
      for direction in try members["directions"]!.elements() {
        directionCount += 1
        try direction.requireFew(directionCount)
        let inner = try direction.members(allowing: ["id", "title", "heading"], requiring: ["id", "title"])
        let number = try inner["id"]!.plainText()
        try inner["id"]!.refuseQuotes(in: number)
        guard number.hasPrefix(id + "."), number.utf8.count > id.utf8.count + 1 else {
          throw inner["id"]!.fault(
            "invalid-id", Wording("方向“\(number)”应以“\(id).”开头", "the direction '\(number)' must begin with '\(id).'"))
        }
        guard seen.insert(number).inserted else {
          throw inner["id"]!.fault("duplicate-id", Wording("方向“\(number)”重复", "duplicate direction '\(number)'"))
        }
        headings.append(DirectionHeading(id: number, title: try inner["title"]!.plainText()))
        try hints.recordHeading(number, inner)
      }
      guard seen.insert(id).inserted else {
        throw members["id"]!.fault("duplicate-id", Wording("项目类型“\(id)”重复", "duplicate project type '\(id)'"))
      }
      types.append(ProjectType(id: id, title: try members["title"]!.plainText(), directions: headings))
      try hints.recordHeading(id, members)
    }
    guard types.contains(where: { !$0.directions.isEmpty }) else {
      throw node.fault("missing-key", Wording("至少要有一个方向", "at least one direction is required"))
    }
    return types
  }

  private static func settings(_ node: YAMLNode?) throws(Diagnostic) -> [Setting] {
    var settings: [Setting] = []
    for (key, value) in try node?.members() ?? [] {
      try key.requireFew(settings.count + 1)
      let members = try value.members(allowing: ["value", "label"], requiring: ["value", "label"])
      settings.append(
        Setting(
          name: try key.plainText(), label: try members["label"]!.plainText(), value: try SettingValue(members["value"]!)))
    }
    return settings
  }
}

extension SettingValue {
  /// Reads a flag, or a number from -1e15 to 1e15.
  /// - Throws: ``Diagnostic``.
  public init(_ node: YAMLNode) throws(Diagnostic) {
    if let flag = try? node.flag() {
      self = .flag(flag)
    } else {
      self = .number(try node.number(in: -1e15...1e15))
    }
  }
}

extension YAMLNode {
  /// Rejects an element whose number shows that there are too many, because they are searched one by one.
  /// - Throws: ``Diagnostic`` with code `too-complex`.
  func requireFew(_ number: Int, atMost maximum: Int = Manifest.maximumCount) throws(Diagnostic) {
    guard number <= maximum else {
      throw fault("too-complex", Wording("这里列出的超过\(maximum)项", "more than \(maximum) elements are listed here"))
    }
  }

  /// Rejects an id with quotes, which are Chinese ones or not in pairs.
  /// - Throws: ``Diagnostic`` with code `invalid-id`.
  fileprivate func refuseQuotes(in id: String) throws(Diagnostic) {
    guard id.contains(where: { "\"'“”‘’＂".contains($0) }) else { return }
    let plain = String(id.filter { !"\"'“”‘’＂".contains($0) })
    throw fault(
      "invalid-id",
      Wording(
        "id“\(id)”里有引号；请在两边写半角双引号：\"\(plain)\"", "the id '\(id)' has quotes in it; write plain quotes around it: \"\(plain)\""))
  }

  /// Returns a text that can be shown unchanged.
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `invalid-text`.
  func plainText(atMost length: Int = 300) throws(Diagnostic) -> String {
    let text = try text()
    if let problem = text.problem(atMost: length) { throw fault("invalid-text", problem) }
    return text
  }
}

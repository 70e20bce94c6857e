import KepingCore
import KepingPlugins

/// A draft of a plugin for one plan of a guideline: its manifest, its clauses, an example and cases for each direction.
///
/// What the text does not decide is marked with `todo`, so that the draft neither loads nor evaluates anybody until its author
/// has decided it.
public struct GuidelineDraft {
  /// The files by their paths in the plugin's folder.
  public private(set) var files: [(path: String, text: String)] = []
  /// The year of the guideline.
  public let year: Int
  /// The plan's name in the guideline.
  public let plan: String
  /// What the program is drafted from.
  private let parts: (manifest: Manifest, outline: GuidelineOutline, text: GuidelineText)
  /// The headings that cannot be found again by their numbers and titles, such as those that occur twice; the draft is not
  /// complete if there are any.
  public let faults: [Diagnostic]

  /// The most characters and passages of a plan, far above those of any guideline.
  private static let (maximumText, maximumPassages) = (400_000, 3000)

  /// Drafts a plugin.
  ///
  /// - Parameters:
  ///   - id: the plugin's id.
  ///   - wanted: the number or name of the plan, such as 计划二; nil if the guideline has only one.
  ///   - year: the year; nil if the title of the guideline or the id has it.
  /// - Throws: ``Diagnostic`` with code `no-headings`, `several-plans`, `unknown-plan`, `unknown-year` or `too-complex`.
  public init(_ text: GuidelineText, id: String, plan wanted: String?, year: Int?) throws(Diagnostic) {
    let headings = DraftOutline(text)
    let index = try Self.choose(wanted, among: headings.plans, of: text)
    let plan = headings.plans[index]
    if let year {
      self.year = year
    } else {
      self.year = try Self.year(of: text, id: id)
    }
    try Self.requireFew(plan.parts.reduce(0) { $0 + max(1, $1.parts.count) }, of: Wording("个方向", "directions"), 1000, text)
    let next = headings.plans.dropFirst(index + 1).first
    var draft = DraftManifest(plan, sections: headings.sections, of: text)
    let planID = Self.planID(of: id)
    var manifest = try Manifest(draft.yaml(id: id, planID: planID, year: self.year), path: "\(id)/plugin.yaml")
    var outline = GuidelineOutline(text, manifest)
    if let next, (outline.parts.map(\.range.upperBound).max() ?? 0) > text.lines[next.line].range.lowerBound {
      draft.end = DraftManifest.beginning(of: next, in: text)
      manifest = try Manifest(draft.yaml(id: id, planID: planID, year: self.year), path: "\(id)/plugin.yaml")
      outline = GuidelineOutline(text, manifest)
    }
    self.plan = "\(manifest.plan.ordinal) \(manifest.plan.title)"
    faults = outline.faults.map { Diagnostic(path: text.path, code: $0.diagnostic.code, $0.diagnostic.wording) }
    let size = outline.parts.reduce(0) { $0 + $1.range.count }
    try Self.requireFew(size, of: Wording("个字", "characters"), Self.maximumText, text)
    let passages = outline.parts.reduce(0) { $0 + DraftPassage.all(in: $1, of: text).count }
    try Self.requireFew(passages, of: Wording("句话", "passages"), Self.maximumPassages, text)
    parts = (manifest, outline, text)
    files = [("plugin.yaml", draft.yaml(id: id, planID: planID, year: self.year))]
    addProgram(reasons: [:])
  }

  /// Refuses a plan that is too large to be one.
  private static func requireFew(_ count: Int, of what: Wording, _ maximum: Int, _ text: GuidelineText) throws(Diagnostic) {
    guard count > maximum else { return }
    throw Diagnostic(
      path: text.path, code: "too-complex",
      Wording(
        "这个计划有\(count)\(what.chinese)，起草最多\(maximum)；请只留下指南的正文",
        "this plan has \(count) \(what.english), of at most \(maximum); keep only the text of the guideline"))
  }

  /// Adds the program, and an example and cases for each direction.
  private mutating func addProgram(reasons: [String: [String]]) {
    let program = DraftProgram(parts.manifest, parts.outline, parts.text, reasons: reasons)
    files.removeAll { $0.path != "plugin.yaml" }
    files.append(("program.lua", program.lua))
    for direction in program.directions {
      let example = DraftExample(direction.id, direction.clauses, year: year)
      files.append(("examples/\(direction.id).json", example.json))
      if let tests = example.tests { files.append(("tests/\(direction.id).yaml", tests)) }
    }
  }

  /// Returns the draft with a reason, which is marked, for each figure of a quote that no check answers.
  ///
  /// - Parameter loaded: the program of this draft.
  func answeringFigures(of loaded: PluginProgram) -> GuidelineDraft {
    let program = loaded.program
    var reasons: [String: [String]] = [:]
    for clause in program.clauses + program.directions.flatMap(\.clauses) where reasons[clause.quote] == nil {
      let gaps = ClauseFigures(clause, grade: nil, in: program).gaps
      if !gaps.isEmpty { reasons[clause.quote] = gaps.map(\.words) }
    }
    if reasons.isEmpty { return self }
    var draft = self
    draft.addProgram(reasons: reasons)
    return draft
  }

  /// Returns the index of the wanted plan.
  private static func choose(
    _ wanted: String?, among plans: [DraftOutline.Part], of text: GuidelineText
  ) throws(Diagnostic) -> Int {
    guard !plans.isEmpty else {
      throw Diagnostic(
        path: text.path, code: "no-headings",
        Wording(
          "找不到方向的标题：标题要独占一行，写作“方向1：……”，或者有编号（一、 （一） 1. 1.1）、有 Markdown 的 #",
          "no headings of directions: a heading needs a line of its own, with a label such as 方向1：, a number (一、 （一） 1. 1.1), or a # of Markdown"
        ))
    }
    let names = plans.map { DraftManifest.beginning(of: $0, in: text).printable(limit: 60) }
    let listed = names.joined(separator: "；")
    guard let wanted else {
      if plans.count == 1 { return 0 }
      throw Diagnostic(
        path: text.path, code: "several-plans",
        Wording(
          "指南里有\(plans.count)个计划，请用 --plan 写明是哪一个：\(listed)",
          "the guideline has \(plans.count) plans; choose one with --plan: \(listed)"))
    }
    let sought = String.text(GuidelineText.normalised(wanted))
    let exact = names.indices.filter { names[$0] == sought || plans[$0].title == sought }
    let found = exact.isEmpty ? names.indices.filter { Self.begins(names[$0], with: sought) } : exact
    guard found.count == 1 else {
      throw Diagnostic(
        path: text.path, code: "unknown-plan",
        Wording(
          found.isEmpty ? "指南里没有计划“\(wanted)”；有：\(listed)" : "“\(wanted)”可以是几个计划；有：\(listed)",
          found.isEmpty ? "the guideline has no plan '\(wanted)'; it has: \(listed)" : "'\(wanted)' fits several plans: \(listed)"
        ))
    }
    return found[0]
  }

  /// Whether a heading begins with a text that ends at the end of a number or word: 计划一 does not begin 计划一十.
  private static func begins(_ name: String, with sought: String) -> Bool {
    guard !sought.isEmpty, name.hasPrefix(sought) else { return false }
    guard let last = sought.unicodeScalars.last, let next = name.unicodeScalars.dropFirst(sought.unicodeScalars.count).first
    else { return true }
    return Numeral.style(of: last) == nil || Numeral.style(of: next) == nil
  }

  /// Returns the year in the title of the guideline, or else in the id.
  private static func year(of text: GuidelineText, id: String) throws(Diagnostic) -> Int {
    let written = text.lines.prefix(20).lazy.filter { $0.range.count <= 60 }.compactMap {
      yearOfTitle(String.text(text.scalars[$0.range]))
    }
    let given = id.firstMatch(of: /(?:^|-)(20[0-9]{2})$/).flatMap { Int($0.1) }
    switch (written.first, given) {
    case (let written?, let given?) where written != given:
      throw Diagnostic(
        path: text.path, code: "unknown-year",
        Wording(
          "指南的标题是\(written)年，id 是\(given)年，请用 --year 写明年度",
          "the title of the guideline has the year \(written), and the id \(given); give the year with --year"))
    case (let year?, _), (nil, let year?): return year
    case (nil, nil):
      throw Diagnostic(
        path: text.path, code: "unknown-year",
        Wording("指南的标题和 id 里都没有年度，请用 --year 写明", "neither the title of the guideline nor the id has a year; give it with --year"))
    }
  }

  /// Returns the year of a title such as 启航市2026年度科技计划申报指南 or 二〇二六年度申报指南.
  private static func yearOfTitle(_ title: String) -> Int? {
    guard ["指南", "年度", "计划", "项目"].contains(where: title.contains) else { return nil }
    if let match = title.firstMatch(of: /(20[0-9]{2})年/) { return Int(match.1) }
    guard let match = title.firstMatch(of: /(二[〇○零Ｏ0][一二三四五六七八九〇○零]{2})年/) else { return nil }
    let scalars = match.1.unicodeScalars.map { "○Ｏ0".unicodeScalars.contains($0) ? "〇" : $0 }
    return ChineseNumeral.value(scalars)
  }

  /// Returns the id of the plan: the plugin's id without the year.
  private static func planID(of id: String) -> String {
    guard let match = id.firstMatch(of: /-20[0-9]{2}$/), match.range.lowerBound > id.startIndex else { return id }
    return String(id[..<match.range.lowerBound])
  }
}

import KepingCore
import KepingPlugins

/// The clauses of a plan's directions, and the text of its `program.lua`.
struct DraftProgram {
  /// A clause with its id in a direction.
  struct Numbered {
    let id: String
    let clause: DraftClause
  }

  /// The clauses of each direction, in the order of the manifest.
  private(set) var directions: [(id: String, title: String, clauses: [Numbered])] = []
  /// The Lua text.
  private(set) var lua = ""

  private let text: GuidelineText
  private let manifest: Manifest
  private var rules: DraftRules
  /// The statements above the directions: `uncovered` texts and limits.
  private var statements: [String] = []
  /// The clauses of heads, each with the project types whose directions have it; nil for all.
  private var inherited: [(clause: DraftClause, projectTypes: Set<String>?)] = []
  /// The local names of clauses that several directions have, by their Lua text.
  private var names: [String: String] = [:]

  /// Drafts the clauses of a plan.
  ///
  /// - Parameter reasons: the figures and words of comparison that no check answers, by the quotes that have them.
  init(_ manifest: Manifest, _ outline: GuidelineOutline, _ text: GuidelineText, reasons: [String: [String]]) {
    rules = DraftRules(reasons: reasons)
    self.text = text
    self.manifest = manifest
    let heads = outline.parts.filter { if case .direction = $0.owner { false } else { true } }
    for part in heads { addHead(part) }
    var own: [String: (uncovered: [String], clauses: [DraftClause])] = [:]
    for (type, heading) in manifest.directions {
      let passages = outline.parts.filter { $0.owner == .direction(heading.id) }
        .flatMap { part in DraftPassage.all(in: part, of: text).map { (part, $0) } }
      var clauses: [DraftClause] = []
      for (_, passage) in passages {
        if case .clause(let kind) = passage.kind { clauses.append(rules.clause(kind, passage.quote)) }
      }
      own[heading.id] = (uncovered(passages), clauses)
      own[heading.id]?.clauses += inherited.filter { $0.projectTypes?.contains(type.id) ?? true }.map(\.clause)
      directions.append((heading.id, heading.title, Self.numbered(own[heading.id]?.clauses ?? [], in: heading.id)))
    }
    lua = program(own)
  }

  /// Returns clauses with the ids that the loader gives them.
  private static func numbered(_ clauses: [DraftClause], in direction: String) -> [Numbered] {
    var counts: [ClauseKind: Int] = [:]
    return clauses.map { clause in
      counts[clause.kind, default: 0] += 1
      return Numbered(id: "\(direction)/\(clause.kind.rawValue)/\(counts[clause.kind] ?? 1)", clause: clause)
    }
  }

  // MARK: Heads

  /// Adds the passages above the directions.
  private mutating func addHead(_ part: GuidelinePart) {
    let passages = DraftPassage.all(in: part, of: text)
    var left: [(GuidelinePart, DraftPassage)] = []
    for passage in passages {
      guard case .clause(let kind) = passage.kind, part.owner != .foreign else {
        left.append((part, passage))
        continue
      }
      if kind == .limit, part.owner == .plan {
        let clause = rules.clause(kind, passage.quote, scope: "plan")
        if clause.options.contains(where: { $0.hasPrefix("per") }) {
          statements.append(clause.lua(indent: "") + "\n")
          continue
        }
      }
      let type: String? = if case .projectType(let id) = part.owner { id } else { nil }
      let clause = rules.clause(kind, passage.quote, scope: type == nil ? "plan" : "projectType")
      if let index = inherited.firstIndex(where: { $0.clause.lua(indent: "") == clause.lua(indent: "") && $0.projectTypes != nil }
      ),
        let type
      {
        inherited[index].projectTypes?.insert(type)
      } else {
        inherited.append((clause, type.map { [$0] }))
      }
    }
    let texts = uncovered(left)
    if texts.isEmpty { return }
    let decision =
      switch part.owner {
      case .foreign: "这一部分不属于哪个方向，里面有没有对各方向的要求"
      case .plan, .projectType, .direction: "这些话都不必判断吗，理由是什么"
      }
    statements.append(Self.uncovered(texts, decision, proposal: "宗旨和支持范围，不是对单个项目的要求", indent: "") + "\n")
  }

  // MARK: Uncovered texts

  /// Returns the texts of the passages without a clause; consecutive ones are one text, with …… in place of a long middle.
  private func uncovered(_ passages: [(part: GuidelinePart, passage: DraftPassage)]) -> [String] {
    var texts: [String] = []
    var run: (part: GuidelinePart, range: Range<Int>)?
    func close() {
      if let run { texts += self.texts(of: run.range, in: run.part) }
      run = nil
    }
    for (part, passage) in passages {
      guard passage.kind == .uncovered || part.owner == .foreign else {
        close()
        continue
      }
      if let open = run, open.range.upperBound <= passage.range.lowerBound,
        text.words(in: open.range.upperBound..<passage.range.lowerBound) == nil
      {
        run = (part, open.range.lowerBound..<passage.range.upperBound)
      } else {
        close()
        run = (part, passage.range)
      }
    }
    close()
    return texts
  }

  /// The length of a text that is written out.
  private static let shortText = 40
  /// The length of a piece before and after ……, and of a longer one if the shorter occurs elsewhere.
  private static let pieces = [10, 24, 60]
  /// The most characters of a text that is written out in one piece.
  private static let longestText = 900

  /// Returns the texts that claim a passage: one with …… if that claims exactly the passage and hides no requirement.
  private func texts(of range: Range<Int>, in part: GuidelinePart) -> [String] {
    let whole = text.quote(range)
    if range.count <= Self.shortText { return [whole] }
    for length in Self.pieces where range.count > 2 * length + 4 {
      guard let start = text.words(in: range.lowerBound..<range.lowerBound + length),
        let end = text.words(in: range.upperBound - length..<range.upperBound)
      else { continue }
      let words = text.quote(range.lowerBound..<start.upperBound) + "……" + text.quote(end.lowerBound..<range.upperBound)
      let spans = UncoveredSpan.all(of: words, in: part.range, of: text)
      if let span = spans.first, span.range == range, span.hiddenRequirement(in: text) == nil { return [words] }
    }
    var texts: [String] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = min(range.upperBound, start + Self.longestText)
      if end < range.upperBound, let stop = (start..<end).last(where: { "，。；、".unicodeScalars.contains(text.scalars[$0]) }) {
        end = stop + 1
      }
      if let words = text.words(in: start..<end) { texts.append(text.quote(words)) }
      start = end
    }
    return texts
  }

  /// Returns the statement of uncovered texts, whose reason is marked.
  private static func uncovered(_ texts: [String], _ decision: String, proposal: String, indent: String) -> String {
    let because = "because = \(LuaText.mark(decision, LuaText.quoted(proposal)))"
    return "uncovered {\n" + texts.map { "\(indent)  \(LuaText.quoted($0)),\n" }.joined() + "\(indent)  \(because),\n\(indent)}"
  }

  // MARK: Lua

  /// Returns the text of the program.
  private mutating func program(_ own: [String: (uncovered: [String], clauses: [DraftClause])]) -> String {
    var lua = """
      -- \(manifest.plan.title)。由指南拟出的草稿：引号中为指南原文；todo 是还没有决定的地方，决定一处去掉一处。
      -- todo("要决定什么", 暂拟的内容)：决定以后只留下内容。字段改名时，examples 和 tests 里的一起改。


      """
    if let declaration = rules.fields.lua { lua += declaration + "\n" }
    let order = manifest.directions.map(\.heading.id)
    let all = order.flatMap { own[$0]?.clauses ?? [] }
    let locals = all.reduce(into: Set<DraftLocal>()) { $0.formUnion($1.locals) }
    for local in DraftLocal.allCases where locals.contains(local) { lua += local.definition + "\n" }
    if !locals.isEmpty { lua += "\n" }
    lua += LuaText.mark("各条的分值：草稿里考核要求、优先支持和鼓励各10分；指南没有规定的，由本插件拟定") + "\n\n"
    for statement in statements { lua += statement + "\n" }
    let common = nameCommonClauses(all)
    lua += common
    if !common.isEmpty { lua += "\n" }
    for (_, heading) in manifest.directions {
      let (uncovered, clauses) = own[heading.id] ?? ([], [])
      lua += direction(heading, uncovered: uncovered, clauses) + "\n"
    }
    return String(lua.dropLast())
  }

  /// Names the clauses with marks that several directions have, so that each is decided once, and returns their definitions.
  private mutating func nameCommonClauses(_ clauses: [DraftClause]) -> String {
    var seen: Set<String> = []
    var definitions = ""
    for clause in clauses {
      let text = clause.lua(indent: "")
      let isInherited = inherited.contains { $0.clause.lua(indent: "") == text }
      guard !seen.insert(text).inserted, clause.isMarked || isInherited, names[text] == nil else { continue }
      let name = "common\(names.count + 1)"
      names[text] = name
      definitions += "local \(name) = \(text)\n"
    }
    return definitions
  }

  /// Returns the definition of a direction.
  private func direction(_ heading: DirectionHeading, uncovered: [String], _ clauses: [DraftClause]) -> String {
    var lua = "-- \(heading.title)\ndirection { \(LuaText.quoted(heading.id)),\n"
    if !clauses.contains(where: { $0.options.contains { $0.hasPrefix("points") } }) {
      lua += "  \(LuaText.mark("本方向按什么计分")),\n"
    }
    if !uncovered.isEmpty {
      let text = Self.uncovered(uncovered, "这些话都不必判断吗，理由是什么", proposal: "支持内容由专家评审", indent: "  ")
      lua += "  \(text),\n"
    }
    for clause in clauses { lua += "  \(names[clause.lua(indent: "")] ?? clause.lua(indent: "  ")),\n" }
    return lua + "}\n"
  }
}

import KepingCore
import KepingPlugins

/// The text of `plugin.yaml` for a plan of a guideline.
struct DraftManifest {
  /// The plan's project types and directions with the ids that the manifest gives them.
  private let types: [(id: String, part: DraftOutline.Part, directions: [(id: String, part: DraftOutline.Part)])]
  private let plan: DraftOutline.Part
  private let text: GuidelineText
  private let sections: [String]
  /// The beginning of the line at which the plan ends; nil if it is found automatically.
  var end: String?

  init(_ plan: DraftOutline.Part, sections: [String], of text: GuidelineText) {
    self.plan = plan
    self.text = text
    self.sections = sections
    let numbers = plan.parts.map { $0.heading?.label.numbers ?? [] }
    // The guideline's numbers are the ids, unless they are missing or begin again.
    let areIDs = numbers.allSatisfy { $0.count == 1 } && Set(numbers).count == numbers.count
    types = plan.parts.enumerated().map { index, part in
      let id = areIDs ? "\(numbers[index][0])" : "\(index + 1)"
      return (id, part, Self.directions(of: part, below: id))
    }
  }

  /// Returns the directions of a project type with their ids: 4.2 for 方向2 of project type 4, and for a heading 4.2.
  private static func directions(of type: DraftOutline.Part, below id: String) -> [(id: String, part: DraftOutline.Part)] {
    let ids = type.parts.enumerated().map { index, part in
      let numbers = part.heading?.label.numbers ?? []
      let written = numbers.map { "\($0)" }.joined(separator: ".")
      if numbers.count > 1, written.hasPrefix(id + ".") { return written }
      return numbers.count == 1 ? "\(id).\(written)" : "\(id).\(index + 1)"
    }
    let areDistinct = Set(ids).count == ids.count
    return zip(ids, type.parts).enumerated().map { index, pair in (areDistinct ? pair.0 : "\(id).\(index + 1)", pair.1) }
  }

  /// Returns the text of the manifest.
  func yaml(id: String, planID: String, year: Int) -> String {
    var lines = [
      "# 由指南拟出的目录：名称照抄指南；plan 的 ordinal 是它在评审结果里的叫法。",
      "id: \(id)", "version: 0.1.0", "api: \(Manifest.apis.upperBound)", "year: \(year)",
      "plan: { id: \(planID), ordinal: \(Self.quoted(ordinal)), title: \(Self.quoted(plan.title))\(planHeading) }",
      "projectTypes:",
    ]
    for type in types {
      lines += ["  - id: \(Self.quoted(type.id))", "    title: \(Self.quoted(type.part.title))"]
      if let heading = heading(of: type.part, isUsual: type.part.heading?.label.key == "项目类型") {
        lines.append("    heading: \(Self.quoted(heading))")
      }
      lines.append("    directions:")
      for direction in type.directions {
        let label = direction.part.heading?.label
        let isUsual =
          label?.key == "方向"
          && (label?.numbers.isEmpty == true
            ? type.directions.count == 1 : direction.id == "\(type.id).\(label?.numbers.first ?? 0)")
        let heading = heading(of: direction.part, isUsual: isUsual).map { ", heading: \(Self.quoted($0))" } ?? ""
        lines.append("      - { id: \(Self.quoted(direction.id)), title: \(Self.quoted(direction.part.title))\(heading) }")
      }
    }
    let names = GuidelineHints.usualSections + sections.filter { !GuidelineHints.usualSections.contains($0) }
    if names.count > GuidelineHints.usualSections.count || end != nil {
      lines.append("guideline:")
      if names.count > GuidelineHints.usualSections.count {
        lines.append("  sections: [\(names.map(Self.quoted).joined(separator: ", "))]")
      }
      if let end { lines.append("  end: \(Self.quoted(end))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The plan's ordinal as the guideline writes it; one is made from a bare number, as in 一、重点研发专项.
  private var ordinal: String {
    guard let heading = plan.heading, let number = heading.label.numbers.first else { return "计划" }
    let start = text.lines[plan.line].range.lowerBound
    let label = text.scalars[start..<heading.label.titleStart]
    guard heading.label.rank != nil || heading.label.key.hasPrefix("第") else { return "计划\(Self.chinese(number))" }
    return String.text(label.filter { !HeadingPattern.isSeparator($0) })
  }

  /// Returns a small number in Chinese characters, and another one in digits.
  private static func chinese(_ number: Int) -> String {
    (1...10).contains(number) ? String(Array("一二三四五六七八九十")[number - 1]) : "\(number)"
  }

  private var planHeading: String {
    heading(of: plan, isUsual: plan.heading?.label.key == "计划").map { ", heading: \(Self.quoted($0))" } ?? ""
  }

  /// Returns the beginning of a heading's line, by which it is found; nil if the usual rules find it.
  private func heading(of part: DraftOutline.Part, isUsual: Bool) -> String? {
    isUsual ? nil : Self.beginning(of: part, in: text)
  }

  /// Returns the beginning of a heading's line: its label and title.
  static func beginning(of part: DraftOutline.Part, in text: GuidelineText) -> String {
    let line = text.lines[part.line].range
    guard let heading = part.heading else { return String.text(text.scalars[line].prefix(60)).trimmingSpace }
    let end = min(line.upperBound, heading.label.titleStart + heading.title.unicodeScalars.count)
    return String.text(text.scalars[line.lowerBound..<end]).trimmingSpace
  }

  /// Returns a text as a YAML scalar, in quotation marks unless it consists of letters and some punctuation.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.isWord && $0.value > 0x7F || "（）、“”《》·".unicodeScalars.contains($0) }
    if isPlain && !text.isEmpty { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}

extension String {
  /// The text without a space at its end.
  fileprivate var trimmingSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}

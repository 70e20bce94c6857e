import KepingCore
import KepingYAML

/// The hints of a manifest for finding the plugin's directions in the official text of the guideline.
public struct GuidelineHints: Sendable {
  /// The names of the sections that contain a direction's requirements, as the guideline prints them.
  public let sections: [String]
  /// The beginning of the line at which the program's part of the guideline ends, or nil if it is found automatically.
  package let end: (beginning: String, position: TextPosition)?
  /// The beginnings of the lines from which the guideline has words for several directions.
  package let common: [(beginning: String, position: TextPosition)]
  /// The headings by the id of their project type or direction; the plan's heading has the key ``plan``.
  package fileprivate(set) var headings: [String: HeadingHint] = [:]

  /// The key of the plan in ``headings``.
  package static let plan = ""
  /// The most sections that a manifest may name.
  static let maximumSections = 100
  /// The sections if the manifest names none.
  package static let usualSections = ["支持内容", "考核要求", "申报条件", "申报要求"]

  /// Creates the hints of a manifest that has none.
  init() {
    sections = Self.usualSections
    end = nil
    common = []
  }

  /// Reads `guideline: { sections: […], end: …, common: […] }`.
  /// - Throws: ``Diagnostic``.
  init(_ node: YAMLNode?) throws(Diagnostic) {
    let members = try node?.members(allowing: ["sections", "end", "common"]) ?? [:]
    var names: [String] = []
    for element in try members["sections"]?.elements() ?? [] {
      try element.requireFew(names.count + 1, atMost: Self.maximumSections)
      let name = try element.plainText(atMost: 30)
      guard name.unicodeScalars.contains(where: { $0.isWord }) else {
        throw element.fault("invalid-text", Wording("部分的名称是空的", "the name of a section is empty"))
      }
      guard !names.contains(name) else {
        throw element.fault("duplicate-id", Wording("部分“\(name)”重复", "duplicate section '\(name)'"))
      }
      names.append(name)
    }
    if let given = members["sections"], names.isEmpty {
      throw given.fault("missing-key", Wording("至少要有一个部分的名称", "at least one section is required"))
    }
    sections = names.isEmpty ? Self.usualSections : names
    end = try members["end"].map { node throws(Diagnostic) in (try node.heading(), node.position) }
    var beginnings: [(beginning: String, position: TextPosition)] = []
    for element in try members["common"]?.elements() ?? [] {
      try element.requireFew(beginnings.count + 1, atMost: Self.maximumSections)
      beginnings.append((try element.heading(), element.position))
    }
    common = beginnings
  }

  /// Records the heading of a plan, project type or direction, with the position of its title.
  mutating func recordHeading(_ key: String, _ members: [String: YAMLNode]) throws(Diagnostic) {
    let heading = try members["heading"].map { node throws(Diagnostic) in try node.heading() }
    let title = members["title"]!.position
    headings[key] = HeadingHint(beginning: heading, position: members["heading"]?.position ?? title, titlePosition: title)
  }
}

/// The heading of a plan, project type or direction in the guideline.
package struct HeadingHint: Sendable {
  /// The beginning of the heading's line, verbatim, or nil if the automatic rules find it.
  package let beginning: String?
  /// The position of the heading in the manifest, or that of the title if there is none.
  package let position: TextPosition
  /// The position of the title in the manifest.
  package let titlePosition: TextPosition
}

extension YAMLNode {
  fileprivate var position: TextPosition { TextPosition(line: line, column: column) }

  /// Returns the text with which a line of the guideline begins.
  /// - Throws: ``Diagnostic`` if it is not a plain text or has only punctuation.
  fileprivate func heading() throws(Diagnostic) -> String {
    let text = try plainText()
    guard text.unicodeScalars.contains(where: { $0.isWord }) else {
      throw fault("invalid-text", Wording("标题是空的", "the heading is empty"))
    }
    return text
  }
}

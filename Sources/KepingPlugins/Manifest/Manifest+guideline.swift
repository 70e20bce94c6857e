import KepingCore
import KepingYAML

/// How a plugin's parts are found in the official text of the guideline, where the manifest says so.
public struct GuidelineHints: Sendable {
  /// The names under which a direction's requirements stand, as the guideline prints them.
  public let sections: [String]
  /// How the line begins at which the program's part of the guideline ends; nil where that can be told by itself.
  package let end: (beginning: String, position: TextPosition)?
  /// Of the plan under ``plan``, of project types and directions under their ids.
  package fileprivate(set) var headings: [String: HeadingHint] = [:]

  /// The key of the plan among the headings.
  package static let plan = ""
  /// The sections of a guideline that says nothing else.
  static let usualSections = ["支持内容", "考核要求", "申报条件", "申报要求"]

  /// Reads `guideline: { sections: […], end: … }`.
  /// - Throws: ``Diagnostic``.
  init(_ node: YAMLNode?) throws(Diagnostic) {
    let members = try node?.members(allowing: ["sections", "end"]) ?? [:]
    var names: [String] = []
    for element in try members["sections"]?.elements() ?? [] {
      let name = try element.plainText(atMost: 30)
      guard name.unicodeScalars.contains(where: { $0.isWord }) else {
        throw element.fault("invalid-text", Wording("部分的名称是空的", "a section without a name"))
      }
      guard !names.contains(name) else {
        throw element.fault("duplicate-id", Wording("部分“\(name)”重复", "the section '\(name)' is given twice"))
      }
      names.append(name)
    }
    if let given = members["sections"], names.isEmpty {
      throw given.fault("missing-key", Wording("至少要有一个部分的名称", "there is no section"))
    }
    sections = names.isEmpty ? Self.usualSections : names
    end = try members["end"].map { node throws(Diagnostic) in (try node.heading(), node.position) }
  }

  /// Remembers where a plan, project type or direction has its title, and the heading that is given for it.
  mutating func recordHeading(_ key: String, _ members: [String: YAMLNode]) throws(Diagnostic) {
    let heading = try members["heading"].map { node throws(Diagnostic) in try node.heading() }
    let title = members["title"]!.position
    headings[key] = HeadingHint(beginning: heading, position: members["heading"]?.position ?? title, titlePosition: title)
  }
}

/// Where the manifest has a title, and how its line begins in the guideline.
package struct HeadingHint: Sendable {
  /// Verbatim; nil where the automatic rules are to find it.
  package let beginning: String?
  package let position: TextPosition
  package let titlePosition: TextPosition
}

extension YAMLNode {
  fileprivate var position: TextPosition { TextPosition(line: line, column: column) }

  /// The beginning of a line of the guideline.
  fileprivate func heading() throws(Diagnostic) -> String {
    let text = try plainText()
    guard text.unicodeScalars.contains(where: { $0.isWord }) else {
      throw fault("invalid-text", Wording("标题是空的", "an empty heading"))
    }
    return text
  }
}

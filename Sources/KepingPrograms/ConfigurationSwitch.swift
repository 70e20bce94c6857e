import KepingCore
import KepingYAML

/// Switches a program on or off in the text of a configuration without changing anything else.
public enum ConfigurationSwitch {
  /// Returns the text with the program's line changed, or added if there is none.
  ///
  /// - Throws: ``Diagnostic`` if the text is not a configuration, or cannot be changed line by line.
  public static func text(_ text: String, path: String, program id: String, isOn: Bool) throws(Diagnostic) -> String {
    let root = try YAMLFile.parse(text, path: path)
    let word = isOn ? "on" : "off"
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    guard let (key, programs) = try root.member("programs") else {
      return append(["programs:", "  \(id): \(word)"], to: text)
    }
    let members = try programs.members()
    if let (_, value) = try programs.member(id) {
      guard case .scalar(let old, isPlain: true) = value.value else {
        throw value.fault(.notASwitch)
      }
      let start = value.column - 1
      let end = start + old.unicodeScalars.count
      let line = value.line - 1
      guard lines.indices.contains(line), lines[line].count >= end, String(scalars: lines[line][start..<end]) == old else {
        throw value.fault(.unchangeableLine)
      }
      lines[line].replaceSubrange(start..<end, with: Array(word.unicodeScalars))
    } else if let last = members.last {
      let indent = last.key.column - 1
      guard members.allSatisfy({ $0.key.column == last.key.column && $0.key.line == $0.value.line }),
        Set(members.map(\.key.line)).count == members.count, last.key.line <= lines.count
      else {
        throw last.key.fault(.unaddableLine(program: id, word: word))
      }
      let ending: [Unicode.Scalar] = lines[last.key.line - 1].last == "\r" ? ["\r"] : []
      let added = Array((String(repeating: " ", count: indent) + "\(id): \(word)").unicodeScalars) + ending
      lines.insert(added, at: last.key.line)
    } else {
      guard programs.isNull else {
        throw programs.fault(.unaddableLine(program: id, word: word))
      }
      lines.insert(Array("  \(id): \(word)".unicodeScalars), at: key.line)
    }
    return String(scalars: lines.joined(separator: ["\n"]))
  }

  private static func append(_ added: [String], to text: String) -> String {
    let gap = text.isEmpty || text.unicodeScalars.last == "\n" ? "" : "\n"
    return text + gap + added.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

import ArgumentParser
import KepingCore

/// The verdicts of `--only`, separated by commas: their Chinese titles or English names.
struct VerdictList {
  let verdicts: Set<Verdict>

  /// Reads a list such as `不通过,需补正` or `fail,supplement`.
  ///
  /// - Throws: `ValidationError` for a text that is no verdict.
  init(_ list: String) throws {
    var verdicts: Set<Verdict> = []
    for item in list.split(omittingEmptySubsequences: false, whereSeparator: Self.separators.contains) {
      let name = Self.trimmed(item)
      guard let verdict = Verdict.allCases.first(where: { $0.title == name || $0.rawValue == name }) else {
        throw ValidationError(Self.unknown(name))
      }
      verdicts.insert(verdict)
    }
    self.verdicts = verdicts
  }

  private static let separators: Set<Character> = [",", "，", "、"]

  /// Returns a name without the white space around it, which clerks type after a comma.
  private static func trimmed(_ name: Substring) -> String {
    let end = name.lastIndex { !$0.isWhitespace }
    return end.map { String(name[...$0].drop(while: \.isWhitespace)) } ?? ""
  }

  private static func unknown(_ name: String) -> String {
    let chinese = Verdict.allCases.map { "\($0.title)（\($0.rawValue)）" }.joined(separator: "、")
    let english = Verdict.allCases.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")
    return localized("没有结论“\(name)”，可以是\(chinese)", "no verdict '\(name)'; the verdicts are \(english)")
  }

  /// Returns the lists that continue the beginning of one, each with one verdict more.
  static func completions(of beginning: String) -> [String] {
    let before = beginning.lastIndex(where: separators.contains).map { String(beginning[...$0]) } ?? ""
    let given = before.split(whereSeparator: separators.contains)
    // The names follow the language of what is typed, or that of the user if nothing is typed yet.
    let isChinese = beginning.isEmpty ? Locale.language == .chinese : beginning.contains { !$0.isASCII }
    return Verdict.allCases.map { isChinese ? $0.title : $0.rawValue }.filter { !given.contains(Substring($0)) }
      .map { before + $0 }
  }
}

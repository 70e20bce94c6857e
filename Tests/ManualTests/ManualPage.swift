import Foundation

/// A page of the manual as the steps that a reader follows.
struct ManualPage {
  /// A step that a reader follows.
  enum Step {
    /// A file that the page shows completely, in a block such as ```` ```lua Plugins/demo/program.lua ````.
    case file(path: String, text: String)
    /// A section that the reader changes in a file, in a block such as ```` ```yaml 改 Config/keping.yaml ````.
    case edit(path: String, section: [String])
    /// A command after `$ ` with the lines of its output; a line `…` matches any lines.
    case command(String, output: [String], lines: Range<Int>)
    /// Cells of a workbook that the reader types or sees, and the index of their comment in ``lines``.
    case cells(ManualCells, line: Int)
  }

  let url: URL
  var lines: [String]

  init(_ url: URL) throws {
    self.url = url
    lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The steps in order, with the indices of their outputs in ``lines``.
  var steps: [Step] {
    var steps: [Step] = []
    var index = 0
    while index < lines.count {
      if let cells = ManualCells(lines[index...]) { steps.append(.cells(cells, line: index)) }
      guard lines[index].hasPrefix("```"), lines[index] != "```" else {
        index += 1
        continue
      }
      let info = lines[index].dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
      let start = index + 1
      let end = lines[start...].firstIndex(of: "```") ?? lines.count
      if info[0] == "console" {
        steps += commands(start..<end)
      } else if info.count == 2, info[1].hasPrefix("改 ") {
        steps.append(.edit(path: String(info[1].dropFirst(2)), section: Array(lines[start..<end])))
      } else if info.count == 2 {
        steps.append(.file(path: info[1], text: lines[start..<end].joined(separator: "\n") + "\n"))
      }
      index = end + 1
    }
    return steps
  }

  private func commands(_ block: Range<Int>) -> [Step] {
    let starts = block.filter { lines[$0].hasPrefix("$ ") }
    return starts.enumerated().map { number, start in
      let output = (start + 1)..<(number + 1 < starts.count ? starts[number + 1] : block.upperBound)
      return .command(String(lines[start].dropFirst(2)), output: Array(lines[output]), lines: output)
    }
  }

  /// Returns a YAML text with a section in place of the one with the same key, which may be commented out; nil if there is none.
  static func replacing(_ section: [String], in text: String) -> String? {
    var lines = text.components(separatedBy: "\n")
    func content(_ line: String) -> Substring { line.hasPrefix("# ") ? line.dropFirst(2) : line[...] }
    guard let colon = section.first?.firstIndex(of: ":"),
      let start = lines.firstIndex(where: { content($0).hasPrefix(section[0][...colon]) })
    else { return nil }
    let end = lines[(start + 1)...].firstIndex { !content($0).hasPrefix("  ") } ?? lines.endIndex
    lines.replaceSubrange(start..<end, with: section)
    return lines.joined(separator: "\n")
  }

  /// Returns whether real lines match the lines that a page shows.
  static func matches(_ shown: ArraySlice<String>, _ real: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return real.isEmpty }
    if first == "…" {
      return (real.startIndex...real.endIndex).contains { matches(shown.dropFirst(), real[$0...]) }
    }
    return first == real.first && matches(shown.dropFirst(), real.dropFirst())
  }
}

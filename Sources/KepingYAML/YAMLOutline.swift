/// The brackets and quotes of a text that is not YAML, as a person would pair them.
///
/// Only the diagnosis of an error needs this. Block texts (`|`, `>`) are not recognised.
struct YAMLOutline {
  /// A 1-based position; the column counts characters.
  struct Position: Equatable {
    var line: Int
    var column: Int
  }

  /// A quoted text.
  struct Quoted {
    let start: Position
    /// The position of the closing quote; nil if there is none.
    var end: Position?
  }

  /// The lines without their ends.
  let lines: [[Unicode.Scalar]]
  /// The brackets that are open at the error, outermost first.
  private(set) var brackets: [(position: Position, mark: Unicode.Scalar)] = []
  /// The last quoted text that begins before the error.
  private(set) var quoted: Quoted?

  /// Examines a text up to an error.
  init(_ text: String, upTo error: Position) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == "\r" ? Array(line.dropLast()) : Array(line)
    }
    var quote: Unicode.Scalar?
    for (index, line) in lines.prefix(error.line).enumerated() {
      var column = 0
      while column < line.count {
        let position = Position(line: index + 1, column: column + 1)
        if position.line == error.line, position.column >= error.column, quote == nil { return }
        let scalar = line[column]
        let previous = column > 0 ? line[column - 1] : " "
        column += 1
        if let open = quote {
          if open == "\"", scalar == "\\" {
            column += 1
          } else if scalar == open {
            if open == "'", column < line.count, line[column] == "'" {
              column += 1
            } else {
              quoted?.end = position
              quote = nil
            }
          }
          continue
        }
        let isStart = " [{,\u{9}".unicodeScalars.contains(previous)
        switch scalar {
        case "#" where previous == " ": column = line.count
        case "\"" where isStart, "'" where isStart:
          quote = scalar
          quoted = Quoted(start: position, end: nil)
        case "{" where isStart || !brackets.isEmpty, "[" where isStart || !brackets.isEmpty: brackets.append((position, scalar))
        case "}" where !brackets.isEmpty, "]" where !brackets.isEmpty: brackets.removeLast()
        default: break
        }
      }
    }
  }

  /// Returns a line as text, from a column up to another one; empty if there is no such line.
  func text(_ line: Int, from start: Int = 1, upTo end: Int = .max) -> String {
    guard lines.indices.contains(line - 1) else { return "" }
    let scalars = lines[line - 1]
    let range = min(max(start, 1) - 1, scalars.count)..<min(max(end, start) - 1, scalars.count)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Returns the characters of a line; none if there is no such line, such as the one after the last line end.
  func line(_ number: Int) -> [Unicode.Scalar] { lines.indices.contains(number - 1) ? lines[number - 1] : [] }

  /// Returns whether a line is short enough to search it for patterns, which takes quadratic time.
  func hasShortLine(_ number: Int) -> Bool { line(number).count <= 500 }

  /// Returns the number of the last line before another one that is neither blank nor a comment.
  func lineBefore(_ line: Int) -> Int? {
    var number = min(line - 1, lines.count)
    while number > 0 {
      let first = lines[number - 1].first { $0 != " " && $0 != "\t" }
      if let first, first != "#" { return number }
      number -= 1
    }
    return nil
  }
}

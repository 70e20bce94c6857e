extension MarkdownText {
  /// A run of one mark, such as `**`, which may open or close emphasis.
  private struct Run {
    let mark: Unicode.Scalar
    let range: Range<Int>
    let opens: Bool
    let closes: Bool
  }

  /// Removes pairs of `*`, `**`, `_`, `__`, `~~` and `==` that surround text within one paragraph.
  static func withoutEmphasis(_ cells: [TextCell]) -> [TextCell] {
    var removed: Set<Int> = []
    var open: [Run] = []
    var index = 0
    while index < cells.count {
      if cells[index].isLineEnd && cells[index].endsBlock { open = [] }
      guard let run = run(in: cells, at: index) else {
        index += 1
        continue
      }
      index = run.range.upperBound
      // Only the last 100 open marks can be closed, which bounds the work for unmatched marks.
      let partner = open.suffix(100).lastIndex { $0.mark == run.mark && $0.range.count == run.range.count }
      if run.closes, let partner {
        removed.formUnion(open[partner].range)
        removed.formUnion(run.range)
        open.removeSubrange(partner...)
      } else if run.opens {
        open.append(run)
      }
    }
    return removed.isEmpty ? cells : cells.indices.filter { !removed.contains($0) }.map { cells[$0] }
  }

  /// Returns the run of marks that begins at an index, or nil if there is none.
  private static func run(in cells: [TextCell], at start: Int) -> Run? {
    let mark = cells[start].scalar
    guard !cells[start].isLiteral, ["*", "_", "~", "="].contains(mark) else { return nil }
    var end = start
    while end < cells.count, cells[end].scalar == mark, !cells[end].isLiteral { end += 1 }
    // A longer run is a blank in a form, a single `~` belongs to a range of numbers, and a single `=` to a formula.
    let isEmphasis = mark == "~" || mark == "=" ? end - start == 2 : end - start <= 3
    let before = start > 0 ? cells[start - 1] : nil
    let after = end < cells.count ? cells[end] : nil
    func touchesText(_ cell: TextCell?) -> Bool { cell.map { !$0.isSpace } ?? false }
    // `_` within a name such as a_b is not a mark.
    func isOutsideName(_ cell: TextCell?) -> Bool {
      guard mark == "_", let cell else { return true }
      return !(cell.scalar.isASCII && cell.scalar.properties.isAlphabetic || ("0"..."9").contains(cell.scalar))
    }
    return Run(
      mark: mark, range: start..<end, opens: isEmphasis && touchesText(after) && isOutsideName(before),
      closes: isEmphasis && touchesText(before) && isOutsideName(after))
  }
}

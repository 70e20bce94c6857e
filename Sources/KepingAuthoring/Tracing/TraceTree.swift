import KepingCore

/// Renders the checks of one application as a tree.
public enum TraceTree {
  /// Returns the tree, with line ends.
  public static func text(_ assessment: Assessment, _ traces: [Trace], _ catalogue: Catalogue) -> String {
    var text = "\((assessment.id ?? "—").printable())　\(assessment.verdict.title)"
    if let direction = catalogue.direction(of: assessment) { text += "　\(direction.id) \(direction.title)" }
    if let failure = assessment.failure { text += "：\(failure.message.printable())" }
    text += "\n"
    for (index, trace) in traces.enumerated() { append(trace, "", isLast: index == traces.count - 1, to: &text) }
    return text
  }

  private static func append(_ trace: Trace, _ indent: String, isLast: Bool, to text: inout String) {
    text += "\(indent)\(isLast ? "└" : "├") \(trace.mark) \(trace.text.printable(limit: 2000))\n"
    for (index, part) in trace.parts.enumerated() {
      append(part, indent + (isLast ? "  " : "│ "), isLast: index == trace.parts.count - 1, to: &text)
    }
  }
}

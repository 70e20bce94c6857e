import KepingCore

/// A fault found when a quote or an uncovered text claims a passage of the guideline, with its code and wording.
///
/// Positions are `path:line:column` in the guideline.
enum ClaimFault {
  /// Other clauses of the direction have already claimed all occurrences of a quote.
  case quoteTaken(clause: String, position: String, by: String)
  /// A quote is only a heading.
  case quoteInHeading(clause: String, heading: String, position: String)
  /// A direction neither quotes nor exempts a passage of a head that another direction quotes.
  case headLeftOut(direction: String, passage: String, position: String, quotedBy: String)
  /// An uncovered text does not occur, or only where another uncovered text has claimed it.
  case uncoveredNotFound(String)
  /// An uncovered text overlaps the quote of a clause.
  case uncoveredQuote(String, clause: String)
  /// An uncovered text elides the heading of a section.
  case uncoveredSection(String, heading: String, position: String)
  /// An uncovered text elides a term that suggests a requirement.
  case hiddenRequirement(String, requirement: String, position: String)

  /// The stable code of the diagnostic.
  var code: String {
    switch self {
    case .quoteTaken: "quote-taken"
    case .quoteInHeading: "quote-in-heading"
    case .headLeftOut: "head-left-out"
    case .uncoveredNotFound: "uncovered-not-found"
    case .uncoveredQuote: "uncovered-quote"
    case .uncoveredSection: "uncovered-section"
    case .hiddenRequirement: "hidden-requirement"
    }
  }

  /// The message of the diagnostic.
  var wording: Wording {
    switch self {
    case .quoteTaken(let clause, let position, let other):
      Wording(
        "\(clause) 的引文在指南中只有这一处（\(position)），已由 \(other) 引用",
        "the quote of \(clause) occurs in the guideline only at \(position), which \(other) already quotes")
    case .quoteInHeading(let clause, let heading, let position):
      Wording(
        "\(clause) 的引文只是标题“\(heading)”（\(position)）", "the quote of \(clause) is only the heading '\(heading)' (\(position))")
    case .headLeftOut(let direction, let passage, let position, let other):
      Wording(
        "方向\(direction)没有回答“\(passage)”（\(position)），\(other) 回答了；请写成条款，或用 uncovered 说明理由",
        "the direction \(direction) does not cover '\(passage)' (\(position)), which \(other) quotes; add a clause, or give a reason with 'uncovered'"
      )
    case .uncoveredNotFound(let text):
      Wording("uncovered 的“\(text)”不在指南的这一部分中", "the uncovered text '\(text)' is not in this part of the guideline")
    case .uncoveredQuote(let text, let clause):
      Wording(
        "uncovered 的“\(text)”跨过了 \(clause) 的引文，请在引文处分成两段",
        "the uncovered text '\(text)' overlaps the quote of \(clause); split it there")
    case .uncoveredSection(let text, let heading, let position):
      Wording(
        "uncovered 的“\(text)”用“……”跨过了“\(heading)”（\(position)），请在那里分成两段",
        "the uncovered text '\(text)' elides '\(heading)' (\(position)); split it there")
    case .hiddenRequirement(let text, let requirement, let position):
      Wording(
        "uncovered 的“\(text)”用“……”略过了“\(requirement)”（\(position)），像是一项要求：请把这一句写出来，或写成条款",
        "the uncovered text '\(text)' elides '\(requirement)' (\(position)), which looks like a requirement; write that sentence out, or make it a clause"
      )
    }
  }
}

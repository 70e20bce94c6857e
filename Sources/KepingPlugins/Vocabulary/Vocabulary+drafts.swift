import KepingCore
import LuaRuntime

/// Drafts: programs in which the word `todo` marks what is not decided yet.
extension Vocabulary {
  /// Makes the mark of `todo "怎样判断"`, or records it and returns the proposal of `todo("怎样判断", proposal)`.
  func todo(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let decision = try text(arguments.first, Wording("todo 要决定的事", "the decision of todo"), location)
    marks.append((decision, location))
    let mark = try make(.mark(decision), location)
    switch arguments.dropFirst().first {
    case nil: return mark
    case .handle?, .text?, .integer?, .number?, .boolean?: return arguments[1]
    default: throw misuse(.todo, location)
    }
  }

  /// Adds the check that stands for a mark, whose outcome is always unknown.
  func undecidedCheck(_ decision: String, _ location: LuaLocation) throws -> CheckID {
    guard let title = schema.child("title", of: nil) else { throw misuse(.todo, location) }
    let given = try add(.given(GivenCheck(reference(title))), location)
    let never = try add(.not(NotCheck(given)), location)
    return try add(.leftOpen(LeftOpenCheck(never, reason: decision)), location)
  }

  /// The diagnostic that refuses a draft, with the location of its first mark; nil if the program has no marks.
  var undecided: Diagnostic? {
    guard let (decision, location) = marks.first else { return nil }
    return fault(VocabularyFault.undecided(decision, others: marks.count - 1), at: location)
  }
}

/// The words that a plugin's Lua knows, beside Lua's own; ``WordEntry`` has what they are.
package enum Word: Int64, CaseIterable {
  // Fields
  case fields, text, flag, count, money, whole, choice, openChoice, texts, list, tally
  // The program
  case direction, target, condition, document, principle, priority, encouraged, notice, limit, criterion, uncovered
  // Checks and quantities
  case allOf, anyOf, negate, leaveOpen, share, reach, compute, judge, within, totalOf
  // Methods
  case atLeast, moreThan, atMost, lessThan, isOne, any, some, none, length, sum, has, isWithin, given

  /// What the vocabulary says of each word.
  private static let entries: [WordEntry] = allCases.map { word in
    let entry =
      WordEntry.field(word) ?? .clause(word) ?? .combination(word) ?? .scoring(word) ?? .method(word)
    guard let entry else { preconditionFailure("\(word) is not declared") }
    return entry
  }
  private static let prose = allCases.map(\.entry.takesProse)

  package var entry: WordEntry { Self.entries[Int(rawValue)] }
  /// Whether its texts are sentences, such as a clause or a reason, rather than names.
  var takesProse: Bool { Self.prose[Int(rawValue)] }
  /// As a plugin writes it.
  package var name: String { entry.name }
  /// Whether it stands behind a node.
  package var isMethod: Bool { !entry.receivers.isEmpty }

  package static let alone = named { !$0.isMethod }
  package static let methods = named { $0.isMethod }

  private static func named(_ isWanted: (Word) -> Bool) -> [String: Word] {
    Dictionary(uniqueKeysWithValues: allCases.filter(isWanted).map { ($0.name, $0) })
  }

  /// The values, not functions, that a plugin finds beside the words.
  package static let values = VocabularyValue.allCases.map(\.rawValue)
  /// Lua's own names that the sandbox has, to suggest.
  package static let luaNames = (LuaNames.functions.map(\.name) + LuaNames.libraries.map(\.name)).sorted()
}

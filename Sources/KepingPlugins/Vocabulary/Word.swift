/// A function or method of the plugin vocabulary; ``WordEntry`` describes it.
package enum Word: Int64, CaseIterable {
  // Fields
  case fields, text, flag, count, money, whole, choice, openChoice, texts, list, tally
  case date
  case decimal, percent, yearly
  // The program
  case direction, target, condition, document, principle, priority, encouraged, notice, limit, criterion, uncovered
  // Checks and quantities
  case allOf, anyOf, negate, leaveOpen, share, reach, compute, judge, within, totalOf
  case linear
  // Dates
  case filterOnOrAfter, filterOnOrBefore, filterBefore, filterAfter, yearsBetween, monthsBetween, ageAt
  case ratio, growth, mean
  // Methods
  case isOnOrAfter, isOnOrBefore, isBefore, isAfter
  case atLeast, moreThan, atMost, lessThan, isOne, any, some, none, length, sum, has, isWithin, given
  // Lists and tiers
  case every, by, filterAtLeast, filterMoreThan, filterAtMost, filterLessThan
  case minus, times
  // Labels of the host's fields
  case labels

  /// The descriptions of the words, by raw value.
  private static let entries: [WordEntry] = allCases.map { word in
    let entry =
      WordEntry.date(word) ?? WordEntry.field(word) ?? .clause(word) ?? .combination(word) ?? .scoring(word) ?? .method(word)
      ?? .listWord(word) ?? .ratio(word)
    guard let entry else { preconditionFailure("\(word) is not declared") }
    return entry
  }
  private static let prose = allCases.map(\.entry.takesProse)

  /// The description of the word.
  package var entry: WordEntry { Self.entries[Int(rawValue)] }
  /// Whether its texts are sentences, such as a clause or a reason, rather than names.
  var takesProse: Bool { Self.prose[Int(rawValue)] }
  /// The name that plugins use.
  package var name: String { entry.name }
  /// Whether the word follows a node.
  package var isMethod: Bool { !entry.receivers.isEmpty }

  /// The words that do not follow a node, by name.
  package static let standalone = named { !$0.isMethod }
  /// The words that follow a node, by name.
  package static let methods = named { $0.isMethod }

  private static func named(_ isWanted: (Word) -> Bool) -> [String: Word] {
    Dictionary(uniqueKeysWithValues: allCases.filter(isWanted).map { ($0.name, $0) })
  }

  /// The words that came after the freeze of `api: 1`, each of which gives way to a field of the same name that a plugin declares.
  package static let later: Set<Word> = [
    .linear, .every, .by,
    .date, .filterOnOrAfter, .filterOnOrBefore, .filterBefore, .filterAfter, .yearsBetween, .monthsBetween, .ageAt,
    .isOnOrAfter, .isOnOrBefore, .isBefore, .isAfter,
    .labels, .decimal, .percent, .yearly, .ratio, .growth, .mean, .minus, .times,
  ]

  /// Returns the words that give way to the fields of a plugin that is written for a version of the vocabulary.
  package static func thatGiveWay(inAPI api: Int) -> Set<Word> { api == 1 ? later : [] }

  /// A group of words in the reference.
  package enum Group: CaseIterable {
    case fields, clauses, nodes, methods
  }

  /// The group of the word in the reference.
  package var group: Group {
    if isMethod { return .methods }
    if WordEntry.field(self) != nil { return .fields }
    return WordEntry.clause(self) == nil ? .nodes : .clauses
  }

  /// The names of the vocabulary's values, which are not functions.
  package static let values = VocabularyValue.allCases.map(\.rawValue)
  /// The names of Lua that the sandbox has, sorted, for suggestions.
  package static let luaNames = (LuaNames.functions.map(\.name) + LuaNames.libraries.map(\.name)).sorted()
}

import KepingCore

/// A function or method of the plugin vocabulary; ``WordEntry`` describes it.
package enum Word: Int64, CaseIterable {
  // Declarations of fields
  case fields, text, flag, count, money, whole, decimal, percent, yearly, date, choice, openChoice, texts, list, tally, labels
  // Directions and clauses
  case direction, target, condition, document, principle, priority, encouraged, notice, limit, criterion, uncovered
  // Checks
  case allOf, anyOf, negate, leaveOpen, by, judge
  // Quantities
  case totalOf, mean, ratio, growth, yearsBetween, monthsBetween, ageAt, compute
  // Grades
  case share, reach, linear
  // Filters of lists
  case within, filterAtLeast, filterMoreThan, filterAtMost, filterLessThan
  case filterOnOrAfter, filterOnOrBefore, filterBefore, filterAfter
  // Methods of quantities
  case atLeast, moreThan, atMost, lessThan, minus, times
  // Methods of fields
  case isOnOrAfter, isOnOrBefore, isBefore, isAfter, isOne, isWithin, given
  // Methods of lists and tallies
  case any, every, some, none, has, length, sum
  // Drafts
  case todo

  /// The descriptions of the words, by raw value.
  private static let entries: [WordEntry] = {
    let descriptions = [
      WordEntry.field, WordEntry.clause, WordEntry.combination, WordEntry.calculation, WordEntry.date, WordEntry.scoring,
      WordEntry.list, WordEntry.method, WordEntry.draft,
    ]
    return allCases.map { word in
      for describe in descriptions { if let entry = describe(word) { return entry } }
      preconditionFailure("\(word) is not declared")
    }
  }()
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

  /// The words that filter lists, by the comparison that they make.
  static let filters: [Comparison: Word] = Dictionary(
    uniqueKeysWithValues: [Word.filterAtLeast, .filterMoreThan, .filterAtMost, .filterLessThan].compactMap { word in
      word.boundComparison.map { ($0, word) }
    })

  /// Returns the names of the methods that may follow a kind of node, sorted.
  static func methodNames(of receiver: Receiver) -> [String] {
    allCases.filter { $0.entry.receivers.contains(receiver) }.map(\.name).sorted()
  }

  private static func named(_ isWanted: (Word) -> Bool) -> [String: Word] {
    Dictionary(uniqueKeysWithValues: allCases.filter(isWanted).map { ($0.name, $0) })
  }

  /// The words with names that came after the freeze of `api: 1`; each gives way to a field of the same name that a plugin declares.
  ///
  /// A new word with the name of an older one, such as the filter `at_least`, is not among them.
  package static let later: Set<Word> = [
    .decimal, .percent, .yearly, .date, .labels,
    .by, .mean, .ratio, .growth, .yearsBetween, .monthsBetween, .ageAt, .linear,
    .filterOnOrAfter, .filterOnOrBefore, .filterBefore, .filterAfter,
    .minus, .times, .isOnOrAfter, .isOnOrBefore, .isBefore, .isAfter, .every, .todo,
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

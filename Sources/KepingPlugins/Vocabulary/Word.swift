/// The words that a plugin's Lua knows, beside Lua's own: the one declaration of the vocabulary.
enum Word: Int64, CaseIterable {
  // Fields
  case fields, text, flag, count, money, whole, choice, openChoice, texts, list, tally
  // The program
  case direction, target, condition, document, principle, priority, encouraged, notice, limit, criterion, uncovered
  // Checks and quantities
  case allOf, anyOf, negate, leaveOpen, share, reach, compute, judge, within, totalOf
  // Methods
  case atLeast, moreThan, atMost, lessThan, isOne, any, some, none, length, sum, has, isWithin, given

  /// Where a word is used: alone, or behind a node.
  enum Place { case alone, method }

  var place: Place { rawValue >= Word.atLeast.rawValue ? .method : .alone }

  /// As a plugin writes it.
  var name: String {
    switch self {
    case .openChoice: "open_choice"
    case .allOf: "all_of"
    case .anyOf: "any_of"
    case .leaveOpen: "leave_open"
    case .totalOf: "total_of"
    case .atLeast: "at_least"
    case .moreThan: "more_than"
    case .atMost: "at_most"
    case .lessThan: "less_than"
    case .isOne: "is"
    case .length: "count"
    case .isWithin: "within"
    default: "\(self)"
    }
  }

  /// Whether its texts are sentences, such as a clause or a reason, rather than names.
  var takesProse: Bool {
    switch self {
    case .direction, .target, .condition, .document, .principle, .priority, .encouraged, .notice, .limit, .uncovered, .leaveOpen,
      .atLeast, .moreThan, .atMost, .lessThan:
      true
    default: false
    }
  }

  static let alone: [String: Word] = named(.alone)
  static let methods: [String: Word] = named(.method)

  private static func named(_ place: Place) -> [String: Word] {
    Dictionary(uniqueKeysWithValues: allCases.filter { $0.place == place }.map { ($0.name, $0) })
  }

  /// The values, not functions, that a plugin finds beside the words.
  static let values = ["year", "settings", "record", "units"]
  /// Lua's own names that the sandbox has, to suggest.
  static let luaNames = [
    "assert", "error", "ipairs", "math", "pairs", "pcall", "rawequal", "rawlen", "require", "select", "setmetatable",
    "string", "table", "tonumber", "tostring", "type", "utf8",
  ]
}

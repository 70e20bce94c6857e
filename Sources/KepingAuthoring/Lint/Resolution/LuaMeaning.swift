import KepingPlugins

/// What the linter knows of an expression's value.
enum LuaMeaning {
  case other
  /// A word of the vocabulary that is not called yet.
  case word(Word)
  /// One of Lua's own functions.
  case builtin(String)
  case library(String)
  case settings
  /// A node of the host, with its index in the schema if it is a field.
  case node(Int?)
  /// A function of the file.
  case function(Int)
  /// A text that is written out.
  case text(String)
  /// A table that is written out, with its names.
  case table([String])

  var isNode: Bool { if case .node = self { true } else { false } }

  /// Whether its members cannot be assigned to.
  var isReadOnly: Bool {
    switch self {
    case .library, .node, .settings: true
    default: false
    }
  }
}

/// The value of an expression, as far as it is known without running the file.
struct LuaKnownValue {
  var meaning = LuaMeaning.other
  /// The lines that make the value; for a local, the lines that make the value it was given.
  var lines: ClosedRange<Int>
}

extension LuaFile {
  /// A value that these tokens make.
  func knownValue(_ meaning: LuaMeaning, from tokens: Range<Int>) -> LuaKnownValue {
    LuaKnownValue(meaning: meaning, lines: lines(tokens))
  }
}

import KepingPlugins

/// What the linter knows about an expression's value.
enum LuaMeaning {
  /// A value about which nothing is known.
  case other
  /// A word of the vocabulary that has not been called.
  case word(Word)
  /// One of Lua's own functions.
  case builtin(String)
  /// A library of the sandbox, such as `string`.
  case library(String)
  /// The table `settings`.
  case settings
  /// A node of the host, with its index in the schema if it is a field.
  case node(Int?)
  /// A function of the file, with its index in the resolution.
  case function(Int)
  /// A parameter of a function, by the function's index in the resolution, or a number that arithmetic makes of its parameters.
  case parameter(Int)
  /// The result of calling a function of the file that returns nothing, by the token of the function's name.
  case nothing(Int)
  /// A string literal.
  case text(String)
  /// A table constructor, with its literal keys.
  case table([String])

  var isNode: Bool { if case .node = self { true } else { false } }

  /// Whether the sandbox refuses assignments to the value's members.
  var isReadOnly: Bool {
    switch self {
    case .library, .node, .settings: true
    default: false
    }
  }
}

/// The value of an expression as far as it is known without running the file.
struct LuaKnownValue {
  var meaning = LuaMeaning.other
  /// The lines of the expression that makes the value; for a local, those of its initial value.
  var lines: ClosedRange<Int>
}

extension LuaFile {
  /// Returns a value with the lines of the tokens that make it.
  func knownValue(_ meaning: LuaMeaning, from tokens: Range<Int>) -> LuaKnownValue {
    LuaKnownValue(meaning: meaning, lines: lines(tokens))
  }
}

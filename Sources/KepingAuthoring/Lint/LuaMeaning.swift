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
  /// A node of the host, with its place in the schema where it is a field.
  case node(Int?)
  /// A function of the file.
  case function(Int)
  /// A text that is written out.
  case text(String)
  /// A table that is written out, with its names.
  case table([String])
}

/// An expression, as far as the linter looks into it.
struct LuaExpression {
  var meaning: LuaMeaning
  /// Its first word.
  let first: Int
  /// The lines on which its value is made; those of a local's, where it is one.
  var lines: ClosedRange<Int>
  /// What may be assigned to, and what may stand as a statement.
  var isAssignable = false
  var isCall = false
  /// The local that it is, alone.
  var variable: Int?
}

/// A local of a file.
struct LuaVariable {
  let name: String
  /// The word that declares it.
  let token: Int
  /// The function that declares it.
  let function: Int
  /// Whether it is told where nothing reads it: not a parameter or the variable of a loop.
  let mustBeUsed: Bool
  var isFunction = false
  var isUsed = false
  var meaning = LuaMeaning.other
  var lines = 0...0
}

/// A function of a file; the file itself is the first.
struct LuaFunctionScope {
  let parent: Int?
  /// Whether it runs for applications: it, or one around it, is given to `compute` or `judge`.
  var isForApplications = false
  /// The words and nodes that it uses itself: each name's place, and the function whose local it is.
  var uses: [(token: Int, meaning: LuaMeaning, declaredIn: Int?)] = []
  /// The functions that it names.
  var references: Set<Int> = []
}

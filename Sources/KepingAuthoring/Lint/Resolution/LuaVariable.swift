/// A local of a file.
struct LuaVariable {
  let name: String
  /// The token that declares it.
  let token: Int
  /// The index of the function that declares it.
  let function: Int
  /// Whether an unread local is a mistake; false for parameters and loop variables.
  let mustBeUsed: Bool
  var isFunction = false
  var isUsed = false
  var meaning = LuaMeaning.other
  /// The lines of the expression that makes its value, or nil if the value is unknown.
  var lines: ClosedRange<Int>?
  /// The indexes of the events between its declaration and the end of its block.
  var lifetime: Range<Int>
}

/// A function of a file; the first is the file itself.
struct LuaFunctionScope {
  /// The index of the enclosing function; nil for the file itself.
  let parent: Int?
  /// Whether a `return` in the function has a value.
  var returnsValue = true
  /// Whether the function runs for applications: it is passed to `compute` or `judge`, or is contained in or referenced by one
  /// that is.
  var runsForApplications = false
  /// Whether the function is passed to `compute`.
  var isComputed = false
  var uses: [LuaUse] = []
  /// The indexes of the functions that it references.
  var references: Set<Int> = []
}

/// A use of a word, a node or `settings` directly in a function.
struct LuaUse {
  let token: Int
  let meaning: LuaMeaning
  /// The index of the function whose local it is; nil for a global.
  let declaredIn: Int?
}

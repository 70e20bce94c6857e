/// A local of a file.
struct LuaVariable {
  let name: String
  /// The token that declares it.
  let token: Int
  /// The function that declares it.
  let function: Int
  /// Whether it is a mistake if nothing reads it: not a parameter or the variable of a loop.
  let mustBeUsed: Bool
  var isFunction = false
  var isUsed = false
  var meaning = LuaMeaning.other
  /// The lines that make its value; nil where it has no known value.
  var lines: ClosedRange<Int>?
  /// The events between its declaration and the end of its block.
  var lifetime: Range<Int>
}

/// A function of a file; the file itself is the first.
struct LuaFunctionScope {
  let parent: Int?
  /// Whether it runs for applications: it, or one around it, is given to `compute` or `judge`.
  var runsForApplications = false
  var uses: [LuaUse] = []
  /// The functions that it names.
  var references: Set<Int> = []
}

/// A word, a node or `settings` that a function uses itself.
struct LuaUse {
  let token: Int
  let meaning: LuaMeaning
  /// The function whose local it is; nil if it is global.
  let declaredIn: Int?
}

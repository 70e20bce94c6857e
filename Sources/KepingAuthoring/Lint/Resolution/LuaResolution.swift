/// The resolved names of a file, and the events that the rules examine.
struct LuaResolution {
  let file: LuaFile
  let surroundings: LuaSurroundings
  var events: [LuaEvent] = []
  var variables: [LuaVariable] = []
  var functions = [LuaFunctionScope(parent: nil)]

  /// The modules that the file requires; an element is nil if its name is not a literal.
  var modules: [String?] = []
  /// The names of the top-level fields that the file declares.
  var declared: Set<String> = []
  /// Whether the file declares fields with an expression that is not a table constructor.
  var declaresOthers = false
  /// The tokens that declare fields at any depth, by name.
  var declarations: [String: Int] = [:]
  /// The names of members that the file gives to its tables.
  var defined: Set<String> = []
  /// The token of the last call of `fields`.
  var lastDeclaration: Int?
  /// All names after `.` and `:`, and in `["…"]`.
  var members: Set<String> = []

  init(_ file: LuaFile, _ surroundings: LuaSurroundings) {
    self.file = file
    self.surroundings = surroundings
  }

  /// Resolves a file in two passes, since a later assignment to a local affects its meaning before it.
  static func of(_ file: LuaFile, _ surroundings: LuaSurroundings) -> LuaResolution {
    var first = LuaResolver(file, surroundings)
    first.visitFile()
    var second = LuaResolver(file, surroundings, reassigned: first.names.assigned)
    second.visitFile()
    return second.names.finished()
  }

  /// Returns the names of the locals that are visible at an event, innermost first.
  func visibleNames(at event: Int) -> some Sequence<String> {
    variables.lazy.reversed().filter { $0.lifetime.contains(event) }.map(\.name)
  }

  /// Marks the functions that run for applications because another such function contains or references them.
  mutating func markFunctionsForApplications() {
    var children: [Int: [Int]] = [:]
    for (id, scope) in functions.enumerated() {
      if let parent = scope.parent { children[parent, default: []].append(id) }
    }
    var pending = functions.indices.filter { functions[$0].runsForApplications }
    while let id = pending.popLast() {
      for next in (children[id] ?? []) + functions[id].references where !functions[next].runsForApplications {
        functions[next].runsForApplications = true
        pending.append(next)
      }
    }
  }
}

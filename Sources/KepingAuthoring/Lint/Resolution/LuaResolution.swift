/// What the names of a file mean, and what the file does with them.
struct LuaResolution {
  let file: LuaFile
  let surroundings: LuaSurroundings
  var events: [LuaEvent] = []
  var variables: [LuaVariable] = []
  var functions = [LuaFunctionScope(parent: nil)]

  /// The modules that it requires; nil among them where the name is not written out.
  var modules: [String?] = []
  /// The fields that it declares at the top.
  var declared: Set<String> = []
  /// Whether it declares fields that are not written out.
  var declaresOthers = false
  /// The last token at which it calls `fields`.
  var lastDeclaration: Int?
  /// All names behind `.` and `:`, and in `["…"]`.
  var members: Set<String> = []

  init(_ file: LuaFile, _ surroundings: LuaSurroundings) {
    self.file = file
    self.surroundings = surroundings
  }

  /// Resolves a file in two passes: an assignment further down decides what a local means above.
  static func of(_ file: LuaFile, _ surroundings: LuaSurroundings) -> LuaResolution {
    var first = LuaResolver(file, surroundings)
    first.visitFile()
    var second = LuaResolver(file, surroundings, reassigned: first.names.assigned)
    second.visitFile()
    return second.names.finished()
  }

  /// The names of the locals that are visible at an event, innermost first.
  func visibleNames(at event: Int) -> some Sequence<String> {
    variables.lazy.reversed().filter { $0.lifetime.contains(event) }.map(\.name)
  }

  /// Marks the functions that run for applications because such a function contains or names them.
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

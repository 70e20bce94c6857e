/// The locals of a file, and the ones that are visible at the current point of the walk.
struct LuaScopes {
  private(set) var variables: [LuaVariable] = []
  /// The locals that are assigned to after their declaration, as far as the walk has come.
  private(set) var assigned: Set<Int> = []
  /// The visible locals of each name, innermost last.
  private var bindings: [String: [Int]] = [:]
  /// The visible locals, in the order of their declarations.
  private var active: [Int] = []
  /// The locals that are assigned to anywhere in the file, from an earlier pass.
  private let reassigned: Set<Int>

  init(reassigned: Set<Int>) { self.reassigned = reassigned }

  /// The number of visible locals.
  var depth: Int { active.count }

  /// Whether a local `_ENV` replaces the sandbox's globals.
  var replacesEnvironment: Bool { lookUp("_ENV") != nil }

  /// Returns the index of the innermost local with a name.
  func lookUp(_ name: String) -> Int? { bindings[name]?.last }

  /// Makes a new local visible, and returns its index.
  mutating func declare(_ variable: LuaVariable) -> Int {
    let index = variables.count
    variables.append(variable)
    bindings[variable.name, default: []].append(index)
    active.append(index)
    return index
  }

  /// Records the initial value of a local that is never assigned to again; of a text or table, only the lines.
  mutating func setValue(_ value: LuaKnownValue, of variable: Int) {
    if case .function = value.meaning { variables[variable].isFunction = true }
    guard !reassigned.contains(variable) else { return }
    switch value.meaning {
    case .text, .table: break
    default: variables[variable].meaning = value.meaning
    }
    variables[variable].lines = value.lines
  }

  mutating func markRead(_ variable: Int) { variables[variable].isUsed = true }

  mutating func markAssigned(_ variable: Int) { assigned.insert(variable) }

  /// Ends the visibility of the innermost local, and returns its index.
  mutating func endInnermost(at event: Int) -> Int {
    let index = active.removeLast()
    variables[index].lifetime = variables[index].lifetime.lowerBound..<event
    bindings[variables[index].name]?.removeLast()
    return index
  }
}

/// The locals of a file, and which of them are visible.
struct LuaScopes {
  private(set) var variables: [LuaVariable] = []
  /// The locals that something is assigned to.
  private(set) var assigned: Set<Int> = []
  /// The visible locals of each name, innermost last.
  private var bindings: [String: [Int]] = [:]
  /// The visible locals, in the order of their declarations.
  private var active: [Int] = []
  /// The locals that something is assigned to anywhere in the file, from an earlier pass.
  private let reassigned: Set<Int>

  init(reassigned: Set<Int>) { self.reassigned = reassigned }

  /// The number of visible locals.
  var depth: Int { active.count }

  /// Whether globals are looked up in something other than the sandbox.
  var replacesEnvironment: Bool { lookUp("_ENV") != nil }

  /// The innermost local of a name.
  func lookUp(_ name: String) -> Int? { bindings[name]?.last }

  /// Makes a new local visible, and returns its index.
  mutating func declare(_ variable: LuaVariable) -> Int {
    let index = variables.count
    variables.append(variable)
    bindings[variable.name, default: []].append(index)
    active.append(index)
    return index
  }

  /// Records the value that a local is declared with.
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

/// Generates the text of a plugin program from a sequence of random numbers and the ``Grammar``.
struct ProgramGenerator {
  /// The kind of value that an expression or a variable usually has.
  enum Kind: String, CaseIterable { case number, text, truth, table, function }

  private let grammar = Grammar.programs
  var random: SplitMix64
  /// The number of rules that may still be applied; when none is left, only the shortest expressions are made.
  var fuel = 0
  /// Whether the statements run at load, and not for an application.
  var isAtLoad = true
  /// The local variables that are in scope.
  private(set) var variables: [(name: String, kind: Kind)] = []
  /// The nesting of the rules that are being applied.
  private var depth = 0
  /// The number of names that were made.
  private var names = 0

  init(seed: UInt64) { random = SplitMix64(seed) }

  /// Applies a rule: expands one of its alternatives, chosen by weight.
  mutating func apply(_ rule: String) -> String {
    fuel -= 1
    depth += 1
    defer { depth -= 1 }
    let alternatives = grammar[rule]
    precondition(!alternatives.isEmpty, "the grammar has no rule '\(rule)'")
    var chosen = random.below(alternatives.reduce(0) { $0 + $1.weight })
    for alternative in alternatives {
      chosen -= alternative.weight
      if chosen < 0 { return expand(alternative.template) }
    }
    return ""
  }

  /// Returns the text of a template.
  mutating func expand(_ template: [Grammar.Part]) -> String {
    var text = ""
    for part in template {
      switch part {
      case .text(let piece): text += piece
      case .word(let name, let values): text += values.isEmpty ? word(name) : word(name, values)
      }
    }
    return text
  }

  /// Returns the text of a template.
  mutating func expand(_ template: String) -> String { expand(Grammar.template(template[...])) }

  /// Returns the text for a word with values.
  private mutating func word(_ word: String, _ values: [[Grammar.Part]]) -> String {
    if word == "pick" { return expand(random.pick(values)) }
    let values = values.map { expand($0) }
    switch word {
    case "between":
      let bounds = values[0].split(separator: ",").map { Int($0)! }
      return String(random.number(in: bounds[0]...bounds[1]))
    case "list":
      let bounds = values[0].split(separator: ",").map { Int($0)! }
      return list(random.number(in: bounds[0]...bounds[1]))
    case "times":
      let parts = values[0].split(separator: ",", maxSplits: 2)
      repetitions = random.number(in: Int(parts[0])!...Int(parts[1])!)
      return String(repeating: String(parts[2]), count: repetitions)
    case "closing": return String(repeating: values[0], count: repetitions)
    case "key": return apply("indexed key").replacing("INDEX", with: values[0])
    case "new": return declare(Kind(rawValue: values[0])!)
    case "set":
      let kind = Kind(rawValue: values[0])!
      return "\(declare(kind)) = \(isAtLoad && random.chance(97) ? attempt(values[1], kind) : values[1])"
    case "bind": return "\(declare(Kind(rawValue: values[0])!)) = \(values[1])"
    case "assign": return variable(Kind(rawValue: values[0])!).map { "\($0) = \(values[1])" } ?? "do local x = \(values[1]) end"
    case "var": return variable(Kind(rawValue: values[0])!) ?? (values[0] == "table" ? "{}" : "tostring")
    case "guard": return random.chance(isAtLoad ? 97 : Int(values[0])!) ? protected(values[1]) : values[1]
    case "try": return call(values[0], values[1])
    case "show": return show(values[0])
    case "metatable": return withMetatable(values[0])
    case "handed": return handedFunction(Kind(rawValue: values[0])!)
    default: preconditionFailure("the grammar has no word '\(word)'")
    }
  }
  /// The number of repetitions that was chosen last, for what closes them.
  private var repetitions = 0

  private mutating func word(_ word: String) -> String {
    switch word {
    case "number", "text", "truth", "table", "function": return expression(Kind(rawValue: word)!)
    case "value": return random.chance(4) ? "nil" : expression(random.pick(Kind.allCases))
    case "size": return String(size())
    case "small": return String(random.chance(80) ? random.number(in: 1...12) : random.number(in: 13...300))
    case "check", "quantity":
      return "keep(\(apply(fuel <= 0 || depth > 12 || random.chance(30) ? "plain \(word)" : word)))"
    case "test": return isAtLoad || random.chance(30) ? expression(.truth) : apply("condition")
    case "block": return scoped { $0.statements($0.random.number(in: 1...3)) }
    case "body": return statements(random.below(4))
    case "closure", "loop": return scoped { $0.apply(word) }
    case "hazards": return hazard()
    case "loop label": return "top\(depth)"
    default: return apply(word)
    }
  }

  // MARK: Expressions

  /// Returns an expression that usually has a kind.
  private mutating func expression(_ kind: Kind) -> String {
    let kind = random.chance(5) ? random.pick(Kind.allCases) : kind
    guard fuel > 0, depth <= 11, !random.chance(35) else {
      if random.chance(70), let name = variable(kind) { return name }
      switch kind {
      case .number: return apply("constant")
      case .text: return apply("literal")
      case .truth: return random.pick(["true", "false", "nil"])
      case .table: return apply("constant table")
      case .function: return apply("builtin")
      }
    }
    return scoped { $0.apply(kind.rawValue) }
  }

  /// Returns so many expressions, separated by commas.
  private mutating func list(_ count: Int) -> String {
    var values: [String] = []
    for _ in 0..<count { values.append(word("value")) }
    return values.joined(separator: ", ")
  }

  /// Returns a number of repetitions: mostly small, sometimes more than the limits allow.
  private mutating func size() -> Int {
    switch random.below(100) {
    case ..<50: random.number(in: 1...60)
    case ..<80: random.number(in: 61...2_000)
    case ..<95: random.number(in: 2_001...(isAtLoad ? 10_000 : 40_000))
    case ..<98: random.number(in: 10_001...(isAtLoad ? 20_000 : 300_000))
    default: random.number(in: 20_001...300_000)
    }
  }

  private mutating func withMetatable(_ table: String) -> String {
    var members: [String] = []
    for _ in 0..<random.number(in: 1...3) { members.append("\(apply("metamethod name")) = \(apply("metamethod"))") }
    return "setmetatable(\(table), { \(members.joined(separator: ", ")) })"
  }

  /// Returns a call whose error often ends nothing.
  private mutating func call(_ function: String, _ arguments: String) -> String {
    random.chance(60) ? "pcall(\(function)\(arguments.isEmpty ? "" : ", ")\(arguments))" : "(\(function))(\(arguments))"
  }

  // MARK: Statements

  /// Returns so many statements, each with a line end.
  mutating func statements(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count where fuel > 0 && depth < 16 {
      let statement = apply("statement")
      // An error at load would end the program.
      text += (isAtLoad && !statement.hasPrefix("local") && random.chance(97) ? protected(statement) : statement) + "\n"
    }
    return text
  }

  /// Returns a call of the program's function `attempt`, whose value is another one if the expression fails.
  func attempt(_ expression: String, _ kind: Kind) -> String {
    let other = [Kind.number: "0", .text: "\"\"", .truth: "false", .table: "{}", .function: "tostring"][kind]!
    return "attempt(function() return \(expression) end, \(other))"
  }

  /// Returns a harmful statement, which often depends on the application.
  mutating func hazard() -> String {
    var text = "do \(scoped { $0.apply("hazard") }) end"
    if !isAtLoad, random.chance(50) { text = "if \(word("test")) then \(text) end" }
    return random.chance(isAtLoad ? 97 : 60) ? protected(text) : text
  }

  private func protected(_ statement: String) -> String { "pcall(function() \(statement) end)" }

  /// Returns a statement that shows a value in the result of an application, or nothing.
  private mutating func show(_ value: String) -> String {
    !isAtLoad && random.chance(25) ? "if type(\(value)) ~= \"userdata\" then error(\"VALUE \" .. tostring(\(value)), 0) end" : ""
  }

  // MARK: Variables

  /// Returns a new variable, which is in scope from now on.
  mutating func declare(_ kind: Kind) -> String {
    names += 1
    variables.append(("v\(names)", kind))
    return "v\(names)"
  }

  /// Returns a variable of a kind; nil if none is in scope.
  mutating func variable(_ kind: Kind) -> String? {
    let known = variables.filter { $0.kind == kind }
    return known.isEmpty ? nil : random.pick(known).name
  }

  /// Returns the text that a body makes, whose variables go out of scope at its end.
  private mutating func scoped(_ body: (inout ProgramGenerator) -> String) -> String {
    let count = variables.count
    defer { variables.removeLast(variables.count - count) }
    return body(&self)
  }

  // MARK: Functions for applications

  /// Returns the operands and a function that runs for each application, as arguments of `judge` or `compute`.
  private mutating func handedFunction(_ result: Kind) -> String {
    var operands = ["title", "expected.sites", "record"]
    var parameters: [(name: String, kind: Kind)] = [("title", .text), ("n", .number), ("r", .table)]
    if random.chance(20) {
      operands.append(random.pick(["applicant.rdExpense[year - 1]", "expected.benefit", "partners:count()"]))
      parameters.append(("m", .number))
    }
    if random.chance(20) {
      operands.append(random.chance(50) ? "applicant.highTech" : word("check"))
      parameters.append(("truth", .truth))
    }
    let list = "{ \(operands.joined(separator: ", ")) }, "
    if random.chance(15) { return list + (random.chance(60) ? variable(.function) ?? "error" : expression(.function)) }
    let wasAtLoad = isAtLoad
    isAtLoad = false
    fuel += 25
    defer { isAtLoad = wasAtLoad }
    return list
      + scoped { generator in
        generator.variables += parameters
        var body = ""
        for _ in 0..<generator.random.below(3) { body += generator.hazard() + "\n" }
        body += generator.statements(generator.random.number(in: 1...6))
        let names = parameters.map(\.name).joined(separator: ", ")
        return "function(\(names))\n\(body)return \(generator.apply("result \(result.rawValue)"))\nend"
      }
  }
}

/// The parts of a whole program.
extension ProgramGenerator {
  /// Returns the text of a program that defines the direction 9.1.
  mutating func program() -> String {
    var text = Self.opening
    if random.chance(40) { text += "local parts = require \"parts\"\n" }
    fuel = random.number(in: 20...90)
    for _ in 0..<random.number(in: 2...7) { text += keepsake() }
    text += statements(random.number(in: 0...6))
    text += declarations()
    fuel = random.number(in: 20...80)
    for _ in 0..<random.below(8) { text += callOfWord() }
    text += direction()
    return text + "for _, node in ipairs(kept) do pcall(leave_open, node) end\n"
  }

  /// The functions that most programs need to load although parts of them fail.
  ///
  /// `keep` remembers a node: the call of `leave_open` without a reason at the end fails, but the node counts as used.
  private static let opening = """
    local kept = {}
    local function keep(node) if type(node) == "userdata" then kept[#kept + 1] = node end return node end
    local function attempt(make, other)
    local ok, made = pcall(make)
    if ok then return made end
    return other
    end

    """

  /// Returns the text of a module that programs require.
  mutating func module() -> String {
    var text = Self.opening
    fuel = random.number(in: 10...40)
    for _ in 0..<random.number(in: 1...3) { text += keepsake() }
    text += statements(random.below(4))
    return text + "return { \(variables.map { "\($0.name) = \($0.name)" }.joined(separator: ", ")) }\n"
  }

  /// Returns a variable whose value has a state of its own, or one that functions may try to change.
  private mutating func keepsake() -> String {
    let kind = random.pick([Kind.function, .function, .table, .table, .text, .number])
    switch kind {
    case .function, .table:
      let value = apply("keepsake \(kind.rawValue)")
      let name = declare(kind)
      return "local \(name) = \(attempt(value, kind))\n"
    default: return expand("local «set:\(kind.rawValue)¦«constant»»\n")
    }
  }

  /// Returns a call of a word of the vocabulary with arguments that are seldom right.
  private mutating func callOfWord() -> String {
    // A word is looked up within pcall, too.
    var parts = [apply("word")]
    for _ in 0..<random.below(5) { parts.append(apply("word argument")) }
    let call = "pcall(function() keep((\(parts[0]))(\(parts.dropFirst().joined(separator: ", ")))) end)"
    return random.chance(8) ? expand("for i = 1, «size» do \(call) end\n") : call + "\n"
  }

  /// Returns the declaration of the fields that checks use, and of others that are large, deep or wrong.
  private mutating func declarations() -> String {
    var after = ""
    if random.chance(20) {
      let name = random.pick(["more", "extra", "f1", "count", "expected"])
      after += further("\(name) = \(apply("odd field"))")
    }
    if random.chance(12) { after += further("deep = deep", after: "local deep\n\(apply("nested fields"))\n") }
    if random.chance(10) {
      let word = random.pick(["tally", "choice", "texts"])
      after += expand(
        """
        local many, other = {}, {}
        for i = 1, «pick:«small»¦«small»¦«size» // 10 + 1» do many["k" .. i] = "类" .. i if i > 1 then other[#other + 1] = "k" .. i end end

        """)
      after += further("many = keep(\(word)(\"多\", many\(word == "tally" ? ", many" : "")))")
      if word == "choice" { after += "pcall(function() checks[1] = many:is(other) end)\n" }
    }
    return """
      local checks = {}
      fields {
      expected = {
      sites = count "示范点", benefit = money "效益", flags = { a = flag "旗" }, kind = choice("类", { a = "甲", b = "乙" }),
      ip = tally("知识产权", { a = "甲类", b = "乙类" }, { filed = "申请", granted = "授权" }), standards = tally("标准", { x = "某标准", y = "别的标准" }),
      items = list("清单", { a = flag "旗", n = count "数" }),
      },
      topics = texts("类别", { a = "甲", b = "乙" }, "none"),
      }
      \(after)
      """
  }

  /// Returns the declaration of a field that may fail, in a block of its own.
  private mutating func further(_ field: String, after statements: String = "") -> String {
    "pcall(function()\n\(statements)fields { \(field) }\nend)\n"
  }

  private mutating func direction() -> String {
    var clauses = ["target { \"示范点1个以上\", expected.sites:at_least \"1个\", points = 10, full = \"3个\" }"]
    let functions = random.number(in: 1...3)
    for index in 0..<(functions + random.below(4)) {
      fuel = max(fuel, 12)
      let clause = apply(index < functions ? "function clause" : "clause")
      clauses.append(random.chance(95) ? attempt(clause, .table) : clause)
    }
    if random.chance(6) {
      clauses.append(
        expand("(function() local c = uncovered { \"余\", because = \"x\" } for i = 1, «chain» do c = { c } end return c end)()"))
    }
    if random.chance(5) {
      clauses.append(
        expand(
          """
          target { "示范1个以上" .. ("长"):rep(«between:0,1000»), (function() local t = {} \
          for i = 1, «pick:«between:1,2500»¦«size»» do t[i] = keep(expected.sites:at_least "1个") end return all_of(t) end)() }
          """))
    }
    return """
      direction { "9.1",
      \(clauses.joined(separator: ",\n")),
      #checks > 0 and condition { "其他", all_of(checks) } or {},
      }

      """
  }
}

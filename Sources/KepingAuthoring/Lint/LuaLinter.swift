import KepingCore
import KepingPlugins

/// Reads one Lua file as its compiler does, and finds what would fail only when it runs, or means something else than it says.
///
/// A file is read twice: what is assigned further down decides what a local means above.
struct LuaLinter {
  /// What is known of the plugin beside the file.
  struct Surroundings {
    /// The fields as far as they are declared.
    var schema = Schema.host
    /// Fields that are declared somewhere, by the look of the sources.
    var fields: Set<String> = []
    /// Whether other names may be fields, too.
    var isOpen = false
  }

  let path: String
  let source: Bytes
  let tokens: [LuaToken]
  let surroundings: Surroundings
  let end: (line: Int, column: Int)

  var place = 0
  var depth = 0
  var variables: [LuaVariable] = []
  /// The locals that a name has, innermost last.
  var bindings: [String: [Int]] = [:]
  /// The locals of the open blocks, and where each block's begin.
  var active: [Int] = []
  var functions = [LuaFunctionScope(parent: nil)]
  var function = 0
  /// The locals that something is assigned to; known from the first reading.
  var assigned: Set<Int> = []

  /// The modules that it requires; nil among them where that is not written out.
  private(set) var modules: [String?] = []
  /// The fields that it declares at the top, and whether all are written out.
  private(set) var declared: Set<String> = []
  private(set) var declaresOthers = false
  /// The words at which it calls `fields`.
  var declarations: [Int] = []
  /// All names behind `.`, and in `["…"]`.
  private(set) var members: Set<String> = []

  var findings: [Diagnostic] = []
  /// The lines whose nodes are lost for a reason that is among the findings.
  var explained: Set<Int> = []

  /// The most that is told of one file.
  static let maximumFindings = 100
  /// As deep as the compiler goes.
  static let maximumDepth = 200

  /// - Parameter path: the file, as messages name it.
  init(_ source: Bytes, path: String, _ surroundings: Surroundings = Surroundings()) {
    let words = LuaTokens(source)
    self.init(source, path, words, surroundings, assigned: [])
    read()
    let assigned = self.assigned
    self.init(source, path, words, surroundings, assigned: assigned)
    read()
  }

  private init(_ source: Bytes, _ path: String, _ words: LuaTokens, _ surroundings: Surroundings, assigned: Set<Int>) {
    self.source = source
    self.path = path
    self.surroundings = surroundings
    self.assigned = assigned
    tokens = words.tokens
    end = (words.line, words.column)
  }

  private mutating func read() {
    do throws(Diagnostic) {
      try block()
      if place < tokens.count { throw unexpected(Wording("语句", "a statement")) }
    } catch {
      findings.append(error)
    }
    reportFunctions()
    reportShadows()
    findings.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    if findings.count > Self.maximumFindings {
      findings.removeSubrange(Self.maximumFindings...)
      findings.append(
        Diagnostic(
          path: path, line: end.line, column: end.column, code: "too-many-faults",
          Wording(
            "本文件的问题超过\(Self.maximumFindings)个，其余未列出",
            "more than \(Self.maximumFindings) faults in this file; the others are not listed")))
    }
  }

  // MARK: Words

  var line: Int { place < tokens.count ? tokens[place].line : end.line }
  /// The line of the word before.
  var lastLine: Int { place > 0 && place <= tokens.count ? tokens[place - 1].line : line }

  func isNext(_ written: String) -> Bool { place < tokens.count && tokens[place].written == written }

  mutating func take(_ written: String) -> Bool {
    guard isNext(written) else { return false }
    place += 1
    return true
  }

  mutating func require(_ written: String) throws(Diagnostic) {
    if !take(written) { throw unexpected(Wording("“\(written)”", "'\(written)'")) }
  }

  /// The end of what a word opened.
  mutating func require(_ written: String, closing open: Int) throws(Diagnostic) {
    if take(written) { return }
    let (word, line) = (tokens[open].written, tokens[open].line)
    throw unexpected(
      Wording("“\(written)”（与第\(line)行的“\(word)”对应）", "'\(written)' (to close '\(word)' in line \(line))"))
  }

  /// The place of a name.
  mutating func name() throws(Diagnostic) -> Int {
    guard place < tokens.count, tokens[place].kind == .name else { throw unexpected(Wording("名称", "a name")) }
    place += 1
    return place - 1
  }

  mutating func enter() throws(Diagnostic) {
    depth += 1
    if depth > Self.maximumDepth {
      throw fault(at: place, "lua-syntax", Wording("嵌套超过\(Self.maximumDepth)层", "nested deeper than \(Self.maximumDepth)"))
    }
  }

  // MARK: Findings

  func fault(at token: Int, _ code: String, _ wording: Wording) -> Diagnostic {
    let (line, column) = token < tokens.count ? (tokens[token].line, tokens[token].column) : end
    return Diagnostic(path: path, line: line, column: column, code: code, wording)
  }

  /// Whether more has been found than is told.
  var isFull: Bool { findings.count > Self.maximumFindings }

  /// Notes what is wrong, unless there is too much of it already.
  mutating func report(at token: Int, _ code: String, _ wording: Wording, isRemark: Bool = false) {
    guard !isFull else { return }
    var finding = fault(at: token, code, wording)
    finding.isRemark = isRemark
    findings.append(finding)
  }

  func unexpected(_ expected: Wording) -> Diagnostic {
    guard place < tokens.count else {
      return fault(
        at: place, "lua-syntax", Wording("这里应为\(expected.chinese)，但文件已结束", "\(expected.english) is expected, but the file ends"))
    }
    let token = tokens[place]
    if token.kind == .unfinished {
      return fault(at: place, "lua-syntax", Wording("从这里开始的文本或注释没有结束", "a text or comment that begins here does not end"))
    }
    if let first = token.written.unicodeScalars.first, first.value > 0x7F {
      let shown = token.written.printable(limit: 60)
      return fault(
        at: place, "lua-syntax",
        Wording(
          "引号和注释之外不能写“\(shown)”，名称用英文字母，标点用半角", "'\(shown)' may stand in texts and comments only; names and punctuation are ASCII"
        ))
    }
    let shown = token.kind == .text ? Wording("文本", "a text") : Wording("“\(token.written)”", "'\(token.written)'")
    return fault(
      at: place, "lua-syntax",
      Wording(
        "这里应为\(expected.chinese)，而不是\(shown.chinese.printable(limit: 80))",
        "\(expected.english) is expected, not \(shown.english.printable(limit: 80))"))
  }

  // MARK: What others need to know

  /// Notes what a call of a word or of `require` says about the plugin.
  mutating func note(_ callee: LuaMeaning, at token: Int, _ arguments: [LuaExpression]) {
    switch callee {
    case .builtin("require"):
      if case .text(let name)? = arguments.first?.meaning { modules.append(name) } else { modules.append(nil) }
    case .word(.fields):
      declarations.append(token)
      if case .table(let names)? = arguments.first?.meaning { declared.formUnion(names) } else { declaresOthers = true }
    case .word(.compute), .word(.judge):
      if arguments.count > 2, case .function(let id) = arguments[2].meaning { functions[id].isForApplications = true }
    default: break
    }
  }

  mutating func noteMember(_ name: String) { members.insert(name) }

  /// A text that is written without escapes, as it is.
  func text(_ token: Int) -> String? {
    let bytes = source[tokens[token].bytes]
    guard tokens[token].kind == .text, tokens[token].written != "[[", !bytes.contains(UInt8(ascii: "\\")) else { return nil }
    return String(validating: bytes.dropFirst().dropLast(), as: UTF8.self)
  }
}

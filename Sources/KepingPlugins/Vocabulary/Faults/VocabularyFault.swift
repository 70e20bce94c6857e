import KepingCore

/// A fault in a plugin's use of the vocabulary as a whole: of its words, nodes and members.
enum VocabularyFault: UsageFault {
  /// A function that runs for an application uses the vocabulary.
  case onlyAtLoad
  /// The arguments of a word do not fit its usage.
  case misuse(Word)
  /// A call has more arguments than its word takes.
  case surplusArguments(Word)
  /// A node does not support an operator of Lua.
  case unsupportedOperation(String)
  /// The manifest does not declare a setting.
  case unknownSetting(String, known: [String])
  /// A node has no member with a name.
  case unknownMember(String, of: VocabularyNode, known: [String])
  /// A field has neither an inner field nor a method with a name.
  case unknownFieldMember(String, path: String, known: [String])
  /// A node is indexed by a value that is not the name of a member.
  case unknownIndex(VocabularyNode, isYearly: Bool)
  /// A field is named by its label.
  case labelInsteadOfName(String, path: String, field: String)
  /// A method is called with "." instead of ":".
  case dotBeforeMethod(Word)
  /// The type of a field does not have a method.
  case wrongMethod(Word, path: String, FieldType)
  /// No clause uses a node; the hint explains `and` or `or` in the same line.
  case unusedNode(VocabularyNode, hint: Wording?)
  /// A check has too many levels or parts.
  case checkTooComplex
  /// The label or path of a quantity is too long.
  case quantityTooComplex
  /// The program marks something as not decided, and some other things as well.
  case undecided(String, others: Int)

  var code: String {
    switch self {
    case .onlyAtLoad: "only-at-load"
    case .misuse, .dotBeforeMethod: "wrong-argument"
    case .surplusArguments: "surplus-argument"
    case .unsupportedOperation: "unsupported-operation"
    case .unknownSetting: "unknown-setting"
    case .unknownMember, .unknownFieldMember, .unknownIndex, .labelInsteadOfName, .wrongMethod: "unknown-member"
    case .unusedNode: "unused-node"
    case .checkTooComplex, .quantityTooComplex: "too-complex"
    case .undecided: "undecided"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .misuse(let word), .surplusArguments(let word), .dotBeforeMethod(let word), .wrongMethod(let word, _, _):
      .written(word.name)
    case .unsupportedOperation("call"): nil
    case .unsupportedOperation(let name), .unknownSetting(let name, _), .unknownMember(let name, _, _),
      .unknownFieldMember(let name, _, _), .labelInsteadOfName(let name, _, _):
      .written(name)
    case .undecided: .written("todo")
    case .onlyAtLoad, .unknownIndex, .unusedNode, .checkTooComplex, .quantityTooComplex: nil
    }
  }

  var wording: Wording {
    switch self {
    case .onlyAtLoad:
      Wording("评审时的函数不能再使用词汇，只能使用传入的值", "a function that runs for an application may not use the vocabulary")
    case .misuse(let word):
      Wording(
        "\(word.name) 应写作 \(word.entry.usage.chinese)", "wrong arguments for \(word.name); write \(word.entry.usage.english)")
    case .surplusArguments(let word):
      Wording(
        "\(word.name) 没有这么多参数，应写作 \(word.entry.usage.chinese)",
        "too many arguments for \(word.name); write \(word.entry.usage.english)")
    case .unsupportedOperation("call"):
      Wording(
        "字段、数量和检查不能当函数调用；名称是否被同名的局部变量遮住了，或者前面少了“:”",
        "a field, a quantity or a check is not a function; a local may hide a word of that name, or ':' is missing before it")
    case .unsupportedOperation(let sign): NodeOperation.wording(of: sign)
    case .unknownSetting(let name, let known):
      Wording("plugin.yaml 没有声明设置“\(name)”", "plugin.yaml does not declare the setting '\(name)'")
        .suggesting(name, among: known)
    case .unknownMember(let name, let node, let known):
      Wording("\(node.kind.chinese)没有“\(name)”", "\(node.kind.english) has no '\(name)'").suggestingMethod(
        name, among: known, of: node)
    case .unknownFieldMember(let name, let path, let known):
      Wording("字段 \(path) 没有“\(name)”", "the field \(path) has no '\(name)'").suggesting(name, among: known)
    case .unknownIndex(_, isYearly: true):
      Wording(
        "某一年的金额写作 [year - 1]（上年）、[year - 2]（前年）",
        "write the amount of a year as [year - 1] for the last year, or [year - 2] for the one before")
    case .labelInsteadOfName(let label, let path, let field):
      Wording("\(path) 里名称为“\(label)”的字段写作 \(path).\(field)", "the field '\(label)' of \(path) is written \(path).\(field)")
    case .unknownIndex(let node, _): Wording("\(node.kind.chinese)没有这样的成员", "\(node.kind.english) has no such member")
    case .dotBeforeMethod(let word): Wording("\(word.name) 前面应为“:”，不是“.”", "use ':' before \(word.name), not '.'")
    case .wrongMethod(let word, let path, let type):
      Wording("字段 \(path) 不能用“\(word.name)”", "the field \(path) has no '\(word.name)'")
        .listing(Word.methodNames(of: Receiver(type)))
    case .unusedNode(.clause, let hint):
      Wording(
        "这里的条款没有写进任何 direction { … }", "the clause made here is in no direction"
      ).adding(hint)
    case .unusedNode(.criterion, let hint):
      Wording("这里的评分项没有写进任何 direction { … }", "the criterion made here is in no direction").adding(hint)
    case .unusedNode(let node, let hint):
      Wording(
        "这里的\(node.kind.chinese)没有被任何条款使用\(hint.map { "；\($0.chinese)" } ?? "")",
        "\(node.kind.english) made here is not used by any clause\(hint.map { "; \($0.english)" } ?? "")")
    case .checkTooComplex:
      Wording(
        "检查或数量嵌套超过\(Checks.maximumDepth)层或超过\(Checks.maximumSize)项，或文字过长",
        "a check or quantity has more than \(Checks.maximumDepth) levels or \(Checks.maximumSize) parts, or too long texts")
    case .quantityTooComplex: Wording("数量由过多的部分组成", "a quantity has too many parts")
    case .undecided(let decision, 0):
      Wording(
        "还没有决定：\(decision)；决定以后去掉这里的 todo", "not decided: \(decision); once it is, remove this todo")
    case .undecided(let decision, let others):
      Wording(
        "还没有决定：\(decision)；决定以后去掉这里的 todo（另有\(others)处）",
        "not decided: \(decision); once it is, remove this todo (and \(others) more)")
    }
  }
}

extension Wording {
  /// Returns the message with the methods that can be used instead.
  fileprivate func listing(_ methods: [String]) -> Wording {
    guard !methods.isEmpty else { return self }
    return adding(
      Wording(
        "可以用 " + methods.map { ":\($0)" }.joined(separator: "、"), "it has " + methods.map { ":\($0)" }.joined(separator: ", ")))
  }

  /// Returns the message with a similar method, or for a quantity with all methods.
  fileprivate func suggestingMethod(_ name: String, among known: [String], of node: VocabularyNode) -> Wording {
    let near = suggesting(name, among: known)
    guard near == self, case .quantity = node else { return near }
    return listing(known)
  }
}

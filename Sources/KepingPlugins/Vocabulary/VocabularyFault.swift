import KepingCore
import LuaRuntime

/// A fault in a plugin's use of the vocabulary, with its code and wording.
enum VocabularyFault {
  // MARK: The vocabulary as a whole

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
  case unknownIndex(VocabularyNode)
  /// No clause uses a node; the hint explains `and` or `or` in the same line.
  case unusedNode(VocabularyNode, hint: Wording?)
  /// The plugin does not define a direction of the manifest.
  case missingDirection(String)
  /// A check has too many levels or parts.
  case checkTooComplex
  /// The label or path of a quantity is too long.
  case quantityTooComplex

  // MARK: Arguments

  /// A field that is not a quantity is used as one.
  case fieldNotQuantity(path: String)
  /// A node that is not a quantity is used as one.
  case nodeNotQuantity(VocabularyNode)
  /// A value of Lua is used as a quantity.
  case valueNotQuantity(LuaValue?)
  /// A field that is not a check is used as one.
  case fieldNotCheck(path: String)
  /// A node that is not a check is used as one.
  case nodeNotCheck(VocabularyNode)
  /// A value of Lua is used as a check.
  case valueNotCheck(LuaValue?)
  /// An argument, which the payload names, is not a text or is empty.
  case notText(Wording)
  /// A bound is not a text.
  case boundNotText(LuaValue?, example: String)
  /// The unit of a bound does not fit the quantity.
  case wrongBoundUnit(Quantity, bound: String)
  /// The bound of a count is not a whole number.
  case boundNotWhole(Quantity, bound: String)
  /// The bound of full points is not above the bound at which points begin.
  case fullNotAbove(full: String, bound: String)
  /// A linear grade has the same bound for no points and for all points.
  case equalMarks(String)
  /// The parts of a sum have different units.
  case sumOfUnits
  /// Quantities that are compared have different units.
  case comparisonOfUnits
  /// The second argument of `within` is not a field with a division code.
  case withinFallback
  /// The prefix of a division code is not a number of at most 6 digits.
  case divisionPrefix
  /// An operand of a function is not a node.
  case notOperand

  // MARK: Fields

  /// A field type has no label.
  case missingLabel(Word)
  /// The argument that states the meaning of an absent list is not "none".
  case wrongAbsence(Word)
  /// The choices of a field type are not a table of values and labels.
  case wrongChoices(Word)
  /// The label of a choice is not a text.
  case choiceLabel(String)
  /// A list of choices has a value twice.
  case duplicateChoice(String)
  /// Lists and groups of fields are nested too deep.
  case fieldsTooDeep
  /// The fields are not a table of names and types.
  case wrongFields
  /// A field has the name of a word.
  case reservedName(String)
  /// A field has no type.
  case missingFieldType(String)
  /// A field is declared twice.
  case duplicateField(String)

  // MARK: Methods

  /// A method is called with "." instead of ":".
  case dotBeforeMethod(Word)
  /// The type of a field does not have a method.
  case wrongMethod(Word, path: String)
  /// `has` is called with several values.
  case hasSeveral
  /// A value is neither a choice of a field nor a list of them.
  case notChoice(example: String?)
  /// A field has no choice with a value.
  case unknownChoice(String, path: String, known: [String])
  /// The elements of a list have no field with a name.
  case unknownFilter(String, path: String, known: [String])
  /// A filter does not fit the type of its field.
  case wrongFilter(path: String)
  /// A field is not a tally.
  case notTally
  /// A tally has no kind with a name.
  case unknownTallyKind(String, path: String, known: [String])

  // MARK: Clauses and directions

  /// A clause has no option with a name.
  case unknownOption(String, kind: ClauseKind, known: [String])
  /// A notice has a check.
  case noticeWithCheck
  /// A clause has no check.
  case missingCheck(quote: String)
  /// A bound without a reason does not occur in the quote.
  case boundNotQuoted(bound: String, quote: String)
  /// An option has no effect because there are no points.
  case noEffectWithoutPoints(option: String)
  /// A notice has points.
  case noticeWithPoints
  /// A clause has both `full` and `grade`.
  case fullAndGrade
  /// A clause with `full` does not have a single `at_least` bound.
  case fullWithoutBound
  /// The points are not a number above 0.
  case wrongPoints
  /// A grade is a quantity with a unit.
  case gradeWithUnit
  /// The manifest has no direction with an id.
  case unknownDirection(String, known: [String])
  /// A direction is defined twice.
  case duplicateDirection(String, line: Int)
  /// The checks of a direction have too many parts.
  case directionTooComplex(String)
  /// A direction has no points.
  case noPoints(direction: String)
  /// A direction contains a value of Lua in place of a clause.
  case valueNotClause(LuaValue, direction: String)
  /// A direction contains another node in place of a clause.
  case nodeNotClause(VocabularyNode, direction: String)

  /// The stable code of the diagnostic.
  var code: String {
    switch self {
    case .misuse, .fieldNotQuantity, .nodeNotQuantity, .valueNotQuantity, .fieldNotCheck, .nodeNotCheck, .valueNotCheck, .notText,
      .withinFallback, .divisionPrefix, .notOperand, .missingLabel, .wrongAbsence, .wrongChoices, .choiceLabel, .duplicateChoice,
      .wrongFields, .missingFieldType, .dotBeforeMethod, .hasSeveral, .notChoice, .wrongFilter, .noticeWithCheck,
      .noEffectWithoutPoints, .noticeWithPoints, .fullAndGrade, .fullWithoutBound, .wrongPoints, .valueNotClause, .nodeNotClause:
      "wrong-argument"
    case .unknownMember, .unknownFieldMember, .unknownIndex, .wrongMethod, .unknownFilter, .notTally: "unknown-member"
    case .checkTooComplex, .quantityTooComplex, .fieldsTooDeep, .directionTooComplex: "too-complex"
    case .boundNotText, .boundNotWhole, .fullNotAbove, .equalMarks: "invalid-bound"
    case .wrongBoundUnit, .sumOfUnits, .comparisonOfUnits, .gradeWithUnit: "wrong-unit"
    case .unknownChoice, .unknownTallyKind: "unknown-value"
    case .onlyAtLoad: "only-at-load"
    case .surplusArguments: "surplus-argument"
    case .unsupportedOperation: "unsupported-operation"
    case .unknownSetting: "unknown-setting"
    case .unusedNode: "unused-node"
    case .missingDirection: "missing-direction"
    case .reservedName: "reserved-name"
    case .duplicateField: "duplicate-field"
    case .unknownOption: "unknown-option"
    case .missingCheck: "missing-check"
    case .boundNotQuoted: "bound-not-quoted"
    case .unknownDirection: "unknown-direction"
    case .duplicateDirection: "duplicate-id"
    case .noPoints: "no-points"
    }
  }

  /// The message of the diagnostic.
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
    case .unsupportedOperation("<"), .unsupportedOperation("<="):
      Wording(
        "比较请用 :at_least、:more_than、:at_most、:less_than", "compare with :at_least, :more_than, :at_most or :less_than")
    case .unsupportedOperation("#"): Wording("个数请用 :count()", "use :count() for the number of elements")
    case .unsupportedOperation("call"): Wording("不是函数", "a node is not a function")
    case .unsupportedOperation(let name): Wording("节点不支持“\(name)”，请用 compute", "nodes do not support '\(name)'; use compute")
    case .unknownSetting(let name, let known):
      Wording("plugin.yaml 没有声明设置“\(name)”", "plugin.yaml does not declare the setting '\(name)'")
        .suggesting(name, among: known)
    case .unknownMember(let name, let node, let known):
      Wording("\(node.kind.chinese)没有“\(name)”", "\(node.kind.english) has no '\(name)'").suggesting(name, among: known)
    case .unknownFieldMember(let name, let path, let known):
      Wording("字段 \(path) 没有“\(name)”", "the field \(path) has no '\(name)'").suggesting(name, among: known)
    case .unknownIndex(let node): Wording("\(node.kind.chinese)没有这样的成员", "\(node.kind.english) has no such member")
    case .unusedNode(let node, let hint):
      Wording(
        "这里的\(node.kind.chinese)没有被任何条款使用\(hint.map { "；\($0.chinese)" } ?? "")",
        "\(node.kind.english) made here is not used by any clause\(hint.map { "; \($0.english)" } ?? "")")
    case .missingDirection(let id):
      Wording("plugin.yaml 的方向“\(id)”没有定义", "the direction '\(id)' of plugin.yaml is not defined")
    case .checkTooComplex:
      Wording(
        "检查或数量嵌套超过\(Checks.maximumDepth)层或超过\(Checks.maximumSize)项，或文字过长",
        "a check or quantity has more than \(Checks.maximumDepth) levels or \(Checks.maximumSize) parts, or too long texts")
    case .quantityTooComplex: Wording("数量由过多的部分组成", "a quantity has too many parts")

    case .fieldNotQuantity(let path): Wording("字段 \(path) 不是数量", "the field \(path) is not a quantity")
    case .nodeNotQuantity(let node):
      Wording("应为数量，而不是\(node.kind.chinese)", "a quantity is expected, not \(node.kind.english)")
    case .valueNotQuantity(let value):
      Wording("应为数量，而不是 \(value?.kind ?? "nil")", "a quantity is expected, not \(value?.kind ?? "nil")")
    case .fieldNotCheck(let path):
      Wording("字段 \(path) 不是检查，请写明要求，如 :at_least", "the field \(path) is not a check; state a requirement, such as :at_least")
    case .nodeNotCheck(let node): Wording("应为检查，而不是\(node.kind.chinese)", "a check is expected, not \(node.kind.english)")
    case .valueNotCheck(let value):
      Wording("应为检查，而不是 \(value?.kind ?? "nil")", "a check is expected, not \(value?.kind ?? "nil")")
    case .notText(let name): Wording("\(name.chinese)应为文本", "\(name.english) must be a text")
    case .boundNotText(let value, let example):
      Wording(
        "界限应为带单位的文本，如“\(example)”，而不是 \(value?.kind ?? "nil")",
        "a bound must be a text with a unit, such as '\(example)', not \(value?.kind ?? "nil")")
    case .wrongBoundUnit(let quantity, let bound):
      Wording(
        "\(quantity.label)是\(units(of: quantity).chinese)，界限“\(bound)”的单位不符",
        "\(quantity.path) is \(units(of: quantity).english); the unit of '\(bound)' does not match")
    case .boundNotWhole(let quantity, let bound):
      Wording(
        "\(quantity.label)是整数，界限“\(bound)”也应为整数",
        "\(quantity.path) is a whole number, so its bound must be one too, not '\(bound)'")
    case .fullNotAbove(let full, let bound):
      Wording("满分线“\(full)”应高于“\(bound)”", "the full mark '\(full)' must be greater than '\(bound)'")
    case .equalMarks(let bound): Wording("零分线和满分线都是“\(bound)”", "no points and all points are both at '\(bound)'")
    case .sumOfUnits: Wording("单位不同的数量不能相加", "quantities with different units cannot be added")
    case .comparisonOfUnits: Wording("单位不同的数量不能比较", "quantities with different units cannot be compared")
    case .withinFallback:
      Wording("within 的第二个参数应为区划字段", "the second argument of within must be a field with a division code")
    case .divisionPrefix: Wording("行政区划代码应为不超过6位的数字", "a division code has at most 6 digits")
    case .notOperand: Wording("函数的参数应为数量、检查或字段", "the operands of a function must be quantities, checks or fields")

    case .missingLabel(let word):
      Wording("\(word.name) 的第一个参数应为中文名称", "the first argument of \(word.name) must be the field's label")
    case .wrongAbsence(let word):
      Wording(
        "\(word.name) 的第三个参数只能是 \"none\"（未填写即为没有）",
        "the third argument of \(word.name) can only be \"none\" (absent means none)")
    case .wrongChoices(let word):
      Wording(
        "\(word.name) 的可选值应写作 { 值 = \"名称\" }，要保持次序的写作 { { \"值\", \"名称\" } }",
        "the values of \(word.name) must have the form { value = \"label\" }, or { { \"value\", \"label\" } } in that order")
    case .choiceLabel(let name): Wording("“\(name)”的名称应为文本", "the label of '\(name)' must be a text")
    case .duplicateChoice(let name): Wording("可选值“\(name)”写了两遍", "the value '\(name)' is written twice")
    case .fieldsTooDeep:
      Wording(
        "清单和分组嵌套超过\(FieldExtent.maximumDepth)层",
        "lists and groups of fields are nested deeper than \(FieldExtent.maximumDepth) levels")
    case .wrongFields: Wording("字段应写作 { 名 = 类型 }", "fields must have the form { name = type }")
    case .reservedName(let name):
      Wording("字段不能叫“\(name)”，它是词汇", "a field cannot be named '\(name)': it is a word of the vocabulary")
    case .missingFieldType(let name):
      Wording("字段“\(name)”的类型应写作 money \"名称\" 之类", "the field '\(name)' needs a type, such as money \"label\"")
    case .duplicateField(let name): Wording("字段“\(name)”已经声明", "the field '\(name)' is already declared")

    case .dotBeforeMethod(let word): Wording("\(word.name) 前面应为“:”，不是“.”", "use ':' before \(word.name), not '.'")
    case .wrongMethod(let word, let path):
      Wording("字段 \(path) 不能用“\(word.name)”", "the field \(path) has no '\(word.name)'")
    case .hasSeveral: Wording("has 只能问一个值", "has takes a single value")
    case .notChoice(let example):
      Wording("应为可选值，如 \"\(example ?? "…")\" 或其列表", "one of the field's values is expected, or a list of them")
    case .unknownChoice(let name, let path, let known):
      Wording("\(path) 没有可选值“\(name)”", "\(path) has no value '\(name)'").suggesting(name, among: known)
    case .unknownFilter(let name, let path, let known):
      Wording("\(path) 的成员没有字段“\(name)”", "the elements of \(path) have no field '\(name)'").suggesting(name, among: known)
    case .wrongFilter(let path): Wording("字段“\(path)”不能这样筛选", "the field '\(path)' cannot be filtered in this way")
    case .notTally: Wording("不是分类计数", "not a tally")
    case .unknownTallyKind(let name, let path, let known):
      Wording("\(path) 没有类别“\(name)”", "\(path) has no kind '\(name)'").suggesting(name, among: known)

    case .unknownOption(let name, let kind, let known):
      Wording("\(kind.rawValue) 没有选项“\(name)”", "\(kind.rawValue) has no option '\(name)'").suggesting(name, among: known)
    case .noticeWithCheck:
      Wording("notice 由配置登记，不能有检查", "a notice is answered in the configuration and cannot have a check")
    case .missingCheck(let quote): Wording("条款“\(quote)”没有检查", "the clause '\(quote)' has no check")
    case .boundNotQuoted(let bound, let quote):
      Wording(
        "界限“\(bound)”不在条款原文“\(quote)”中，请在界限后写明理由",
        "the bound '\(bound)' does not occur in its quote '\(quote)'; give a reason after the bound")
    case .noEffectWithoutPoints(let option):
      Wording("没有 points，“\(option)”不起作用", "'\(option)' has no effect without points")
    case .noticeWithPoints: Wording("notice 不计分", "a notice cannot have points")
    case .fullAndGrade: Wording("full 与 grade 只能用一个", "use either full or grade, not both")
    case .fullWithoutBound:
      Wording(
        "full 只用于有一个 at_least 界限的条款；其他情况请用 grade = reach(数量, 起评, 满分)",
        "full requires a clause with a single at_least bound; otherwise use grade = reach(quantity, from, full)")
    case .wrongPoints: Wording("points 应为大于0的数", "points must be a number above 0")
    case .gradeWithUnit:
      Wording("grade 应为0至1之间的数，请用 reach 或 compute", "a grade must be between 0 and 1; use reach or compute")
    case .unknownDirection(let id, let known):
      Wording("plugin.yaml 没有方向“\(id)”", "plugin.yaml has no direction '\(id)'").suggesting(id, among: known)
    case .duplicateDirection(let id, let line):
      Wording("方向“\(id)”已在第\(line)行定义", "the direction '\(id)' is already defined in line \(line)")
    case .directionTooComplex(let id):
      Wording(
        "方向“\(id)”的检查合计超过\(Checks.maximumSize)项，或文字过长",
        "the checks of the direction '\(id)' have more than \(Checks.maximumSize) parts, or too long texts")
    case .noPoints(let id): Wording("方向“\(id)”没有评分项（points）", "the direction '\(id)' has no points")
    case .valueNotClause(let value, let id):
      Wording("方向“\(id)”中应为条款，而不是 \(value.kind)", "a clause is expected in the direction '\(id)', not \(value.kind)")
    case .nodeNotClause(let node, let id):
      Wording(
        "方向“\(id)”中应为条款，而不是\(node.kind.chinese)", "a clause is expected in the direction '\(id)', not \(node.kind.english)")
    }
  }

  /// Returns the units that the bound of a quantity may have.
  private func units(of quantity: Quantity) -> Wording {
    switch quantity.measure {
    case .money: Wording("金额（元、万元、亿元）", "money (元, 万元, 亿元)")
    case .date: Wording("日期（某年某月某日）", "a date (year, month and day)")
    case .percent: Wording("百分数（%）", "a percentage (%)")
    case .count, .plain, .share: Wording("数目（项、件、个…）", "a count (项, 件, 个…)")
    }
  }
}

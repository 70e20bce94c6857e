import KepingCore

/// A fault in the declaration of a plugin's fields.
enum FieldFault: UsageFault {
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
  case tooDeep
  /// The fields are not a table of names and types.
  case wrongForm
  /// A field has the name of a word.
  case reservedName(String)
  /// A field has no type.
  case missingType(String)
  /// A field is declared twice.
  case duplicate(String)
  /// The host has the field, which its label names.
  case hostField(String, label: String)

  var code: String {
    switch self {
    case .missingLabel, .wrongAbsence, .wrongChoices, .choiceLabel, .duplicateChoice, .wrongForm, .missingType: "wrong-argument"
    case .tooDeep: "too-complex"
    case .reservedName: "reserved-name"
    case .duplicate, .hostField: "duplicate-field"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .missingLabel(let word), .wrongAbsence(let word), .wrongChoices(let word): .written(word.name)
    case .choiceLabel(let name), .duplicateChoice(let name), .reservedName(let name), .missingType(let name),
      .hostField(let name, _):
      .written(name)
    case .duplicate(let path): .written(path.split(separator: ".").last.map(String.init) ?? path)
    case .tooDeep, .wrongForm: nil
    }
  }

  var wording: Wording {
    switch self {
    case .missingLabel(let word):
      Wording(
        "\(word.name) 的第一个参数应为中文名称，如 \(word.name) \"名称\"",
        "the first argument of \(word.name) must be the field's label, as in \(word.name) \"label\"")
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
    case .tooDeep:
      Wording(
        "清单和分组嵌套超过\(FieldExtent.maximumDepth)层",
        "lists and groups of fields are nested deeper than \(FieldExtent.maximumDepth) levels")
    case .wrongForm: Wording("字段应写作 { 名 = 类型 }", "fields must have the form { name = type }")
    case .reservedName(let name):
      Wording("字段不能叫“\(name)”，它是词汇", "a field cannot be named '\(name)': it is a word of the vocabulary")
    case .missingType(let name):
      Wording("字段“\(name)”的类型应写作 money \"名称\" 之类", "the field '\(name)' needs a type, such as money \"label\"")
    case .duplicate(let name): Wording("字段“\(name)”已经声明", "the field '\(name)' is already declared")
    case .hostField(let name, let label):
      Wording(
        "主程序已有字段“\(name)”（\(label)），可以直接使用，不用声明；意思不同的，请换一个名称",
        "the host has the field '\(name)' (\(label)): use it without a declaration, or choose another name")
    }
  }
}

import KepingCore
import KepingPlugins

/// Generates definitions of the vocabulary and the fields for lua-language-server and luacheck.
public enum EditorStubs {
  /// The content of `keping.lua`: the vocabulary and the host's fields.
  public static var vocabulary: String {
    var text = "---@meta\n-- \(mark)，不要修改。\n"
    let names = Word.standalone.keys.sorted() + Word.values + hostNames
    text +=
      "-- luacheck: std none, no max line length, no unused args, ignore 211 241, globals \(names.joined(separator: " "))\n\n"
    text += "---@class keping.Node\n\n"
    for kind in [
      "Check", "Grade", "Clause", "Criterion", "Uncovered", "Area", "NumberFilter", "DateFilter", "FieldType", "Record",
    ] {
      text += "---@class keping.\(kind): keping.Node\n\n"
    }
    text += "---@class keping.Settings\n\n"
    text += methodsOfFields
    for receiver in Receiver.allCases { text += self.receiver(receiver) }
    for word in Word.allCases where !word.isMethod { text += function(word) }
    let values: [VocabularyValue: String] = [
      .year: "integer", .settings: "keping.Settings", .record: "keping.Record", .units: "keping.Units",
    ]
    for value in VocabularyValue.allCases {
      text += "---\(value.summary)\n---@type \(values[value]!)\n\(value.rawValue) = nil\n\n"
    }
    return text + globals(HostFields.complete.filter { hostNames.contains($0.name) }, namespace: "keping.host")
  }

  /// Returns the definitions of a plugin's fields and settings.
  public static func fields(of plugin: Plugin, _ program: Program) -> String {
    let (added, roots) = declaredFields(of: program)
    let names = roots.isEmpty ? "" : ", globals \(roots.map(\.name).joined(separator: " "))"
    var text = "---@meta\n-- \(mark)，不要修改。\n-- luacheck: std none, no max line length\(names)\n\n"
    if !plugin.manifest.settings.isEmpty {
      text += "---@class keping.Settings\n"
      for setting in plugin.manifest.settings {
        var type = "number"
        if case .flag = setting.value { type = "boolean" }
        text += "---@field \(setting.name.annotationKey) \(type) \(setting.label)\n"
      }
      text += "\n"
    }
    text += RelabelledFields.comment(program.schema)
    let namespace = "keping.\(plugin.id.annotationName)"
    for (name, fields) in added {
      var stubs = FieldStubs(namespace: namespace)
      let members = fields.map { stubs.member($0, in: name) }.joined()
      text += stubs.classes + "---@class keping.host.\(name): keping.Object\n\(members)\n"
    }
    return text + self.globals(roots, namespace: namespace)
  }

  /// The names of the host's fields that are not also words of the vocabulary.
  static var hostNames: [String] {
    HostFields.complete.map(\.name).filter { Word.standalone[$0] == nil && VocabularyValue(rawValue: $0) == nil }
  }

  /// Returns the fields that a program declares: those it adds to the host's objects, and the top-level ones.
  static func declaredFields(of program: Program) -> (added: [(String, [Field])], roots: [Field]) {
    let schema = program.schema
    func declared(_ nodes: [Int]) -> [Field] { nodes.map { schema.nodes[$0] }.filter { !$0.isHost }.map(\.field) }
    var added: [(String, [Field])] = []
    for root in schema.roots where schema.nodes[root].isHost {
      guard case .object = schema.nodes[root].field.type else { continue }
      let more = declared(schema.nodes[root].children)
      if !more.isEmpty { added.append((schema.nodes[root].field.name, more)) }
    }
    // A program cannot refer to a global whose name is not a Lua identifier.
    return (added, declared(schema.roots).filter { $0.name.annotationKey == $0.name })
  }

  private static func globals(_ fields: [Field], namespace: String) -> String {
    var stubs = FieldStubs(namespace: namespace)
    var text = ""
    for field in fields {
      text += "---\(field.label)\n---@type \(stubs.type(of: field, at: field.name))\n\(field.name) = nil\n\n"
    }
    return stubs.classes + text
  }

  // MARK: Words

  private static let anyField = Word.allCases.filter { $0.entry.receivers == Receiver.fields }

  private static var methodsOfFields: String {
    "---@class keping.Field: keping.Node\nlocal Field = {}\n\n" + anyField.map { method($0, of: "Field") }.joined()
  }

  private static func receiver(_ receiver: Receiver) -> String {
    var text = "---\(receiver.chinese)\n---@class \(receiver.annotation): \(receiver.parents)\n"
    if receiver == .quantity { text += "---@operator add(keping.Quantity): keping.Quantity\n" }
    if receiver == .field(.yearlyMoney) { text += "---@field [integer] keping.Quantity 某一年的金额\n" }
    // A number field inherits the methods of quantities.
    let methods = Word.allCases.filter { word in
      word.entry.receivers.contains(receiver) && !anyField.contains(word)
        && (receiver == .quantity || !word.entry.receivers.contains(.quantity))
    }
    guard !methods.isEmpty else { return text + "\n" }
    return text + "local \(receiver.className) = {}\n\n" + methods.map { method($0, of: receiver.className) }.joined()
  }

  private static func method(_ word: Word, of name: String) -> String {
    signature(word, "\(name):\(word.name)", word.entry.parameters)
  }

  private static func function(_ word: Word) -> String {
    let entry = word.entry
    guard entry.written.chinese.hasPrefix("% {") else { return signature(word, word.name, entry.parameters) }
    if entry.options.isEmpty && entry.parameters.count == 1 { return signature(word, word.name, entry.parameters) }
    // A table with list elements and named options has its own class.
    let kinds = entry.parameters.map(\.kind.annotation)
    let element = kinds.map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : $0 }.joined(separator: "|")
    var text = "---@class keping.options.\(word.name)\n---@field [integer] \(element) "
    text += entry.parameters.map(\.summary).joined(separator: "；") + "\n"
    for option in entry.options {
      text += "---@field \(option.name)\(option.isOptional ? "?" : "") \(option.kind.annotation) \(option.summary)\n"
    }
    return text + "\n" + signature(word, word.name, [], table: "keping.options.\(word.name)")
  }

  private static func signature(_ word: Word, _ name: String, _ parameters: [Parameter], table: String? = nil) -> String {
    let entry = word.entry
    var text = "---\(entry.summary)\n---\n---```lua\n"
    for line in entry.example.split(separator: "\n") { text += "---\(line)\n" }
    text += "---```\n"
    for parameter in parameters {
      let mark = parameter.isOptional && parameter.name != "..." ? "?" : ""
      text += "---@param \(parameter.name)\(mark) \(parameter.kind.annotation) \(parameter.summary)\n"
    }
    if let table { text += "---@param clause \(table)\n" }
    if let result = entry.result.annotation { text += "---@return \(result)\n" }
    // `uncovered`, `limit` and `todo` may be written outside a direction, where their results are not used.
    if ![.nothing, .uncovered, .mark].contains(entry.result) && word != .limit { text += "---@nodiscard\n" }
    let names = table == nil ? parameters.map(\.name) : ["clause"]
    return text + "function \(name)(\(names.joined(separator: ", "))) end\n\n"
  }
}

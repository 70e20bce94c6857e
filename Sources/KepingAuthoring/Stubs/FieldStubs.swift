import KepingCore
import KepingPlugins

/// Generates LuaCATS classes for the fields of a record.
struct FieldStubs {
  /// The prefix of the classes' names, such as `keping.jili_2024`.
  let namespace: String
  /// The definitions of the classes so far.
  private(set) var classes = ""

  init(namespace: String) { self.namespace = namespace }

  /// Returns the definition of a member: `---@field economicBenefit keping.Money 经济效益（元） expected.economicBenefit`.
  mutating func member(_ field: Field, in parent: String) -> String {
    let path = parent.isEmpty ? field.name : "\(parent).\(field.name)"
    return "---@field \(field.name.annotationKey) \(type(of: field, at: path)) \(description(of: field)) `\(path)`\n"
  }

  /// Returns the type of a field, and defines its class if it needs one.
  mutating func type(of field: Field, at path: String) -> String {
    let className = "\(namespace).\(path.split(separator: ".").map { String($0).annotationName }.joined(separator: "."))"
    let base = Receiver(field.type).annotation
    switch field.type {
    case .object(let fields):
      appendClass(className, base, fields.map { member($0, in: path) })
    case .objects(let fields):
      var element = FieldStubs(namespace: className)
      let filters = fields.map { element.filter($0) }.joined()
      classes += element.classes + "---@class \(className).filters\n\(filters)\n"
      appendClass(className, base, listMethods(fields, className))
    case .tally(let kinds, let counts):
      let names = (kinds + counts).map { "\"\($0.value.escaped)\"" }.joined(separator: "|")
      appendClass(
        className, base,
        ["---@field sum fun(self: \(className), ...: \(names)): keping.Quantity\n"]
          + kinds.map { kind in
            let parts = counts.map { Choice($0.value, kind.label + $0.label) }
            let type: FieldType = counts.isEmpty ? .count : .tally(kinds: parts, counts: [])
            return member(Field(kind.value, kind.label, type), in: path)
          })
    case .choice(let choices, _):
      appendAlias(className, choices)
      appendClass(
        className, base, ["---@field is fun(self: \(className), values: \(className).value|\(className).value[]): keping.Check\n"]
      )
    case .texts(let choices) where !choices.isEmpty:
      appendAlias(className, choices)
      appendClass(className, base, ["---@field has fun(self: \(className), value: \(className).value): keping.Check\n"])
    default: return base
    }
    return className
  }

  /// Returns the methods of a list that take filters for the fields of its elements.
  private func listMethods(_ fields: [Field], _ className: String) -> [String] {
    let filters = "\(className).filters"
    let optional = "label?: string|\(filters), filters?: \(filters)"
    var methods = [
      "---@field any fun(self: \(className), label: string, filters: \(filters)): keping.Check\n",
      "---@field every fun(self: \(className), label: string|\(filters), filters?: \(filters)): keping.Check\n",
      "---@field count fun(self: \(className), \(optional)): keping.Quantity\n",
    ]
    let numbers = fields.filter { $0.type.name.kind.use.measure != nil }.map { "\"\($0.name.escaped)\"" }
    if !numbers.isEmpty {
      methods.append(
        "---@field sum fun(self: \(className), field: \(numbers.joined(separator: "|")), \(optional)): keping.Quantity\n")
    }
    return methods
  }

  /// Returns the definition of a field as a filter of list elements, or an empty text if it cannot be one.
  private mutating func filter(_ field: Field) -> String {
    let value: String
    switch field.type.name.kind.filter {
    case .choices:
      let name = "\(namespace).\(field.name.annotationName)"
      appendAlias(name, field.type.choices)
      value = "\(name).value|\(name).value[]"
    case .flag: value = "boolean"
    case .area: value = "keping.Area"
    case .number: value = "keping.NumberFilter"
    case .text: value = "string|string[]"
    case .date: value = "keping.DateFilter"
    case nil: return ""
    }
    return "---@field \(field.name.annotationKey)? \(value) \(description(of: field))\n"
  }

  private mutating func appendAlias(_ name: String, _ choices: [Choice]) {
    classes += "---@alias \(name).value\n"
    for choice in choices { classes += "---| \"\(choice.value.escaped)\" # \(choice.label)\n" }
    classes += "\n"
  }

  private mutating func appendClass(_ name: String, _ base: String, _ members: [String]) {
    classes += "---@class \(name): \(base)\n\(members.joined())\n"
  }

  private func description(of field: Field) -> String {
    let values = field.type.choices.map { "\($0.value) \($0.label)" }.joined(separator: "、")
    return field.label + (field.type.name.kind.isMoney ? "（元）" : "") + (values.isEmpty ? "" : "：" + values)
  }
}

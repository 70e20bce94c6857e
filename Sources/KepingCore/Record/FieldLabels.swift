/// The words that a program has for one of the host's fields, in place of those of the host.
public struct FieldLabels: Sendable {
  /// The label of the field; nil for that of the host.
  public var label: String?
  /// The labels of known values, by value; the other values keep those of the host.
  public var choices: [String: String] = [:]
  /// The example of a division code with the name of the division; nil for that of the host.
  public var example: String?

  /// Creates words that equal those of the host.
  public init() {}
}

extension Field {
  /// Returns the field with the words of a program; the words that they replace become other labels.
  func relabelled(_ labels: FieldLabels) -> Field {
    let choices = type.choices.map { choice in
      guard let label = labels.choices[choice.value], label != choice.label else { return choice }
      var renamed = Choice(choice.value, label, turn: choice.turn)
      renamed.otherLabels = [choice.label]
      return renamed
    }
    var field = with(label: labels.label ?? label, choices)
    if field.label != label { field.otherLabels = [label] }
    field.example = labels.example
    return field
  }

  /// Returns the field with the labels of another program's field besides its own.
  func accepting(_ other: Field) -> Field {
    let labels = Dictionary(other.type.choices.map { ($0.value, $0.label) }) { first, _ in first }
    let choices = type.choices.map { choice in
      guard let label = labels[choice.value], label != choice.label, !choice.otherLabels.contains(label) else { return choice }
      var accepting = choice
      accepting.otherLabels.append(label)
      return accepting
    }
    var field = with(label: label, choices)
    field.otherLabels = otherLabels
    if other.label != label, !otherLabels.contains(other.label) { field.otherLabels.append(other.label) }
    return field
  }

  /// Returns the field with another label and other choices.
  private func with(label: String, _ choices: [Choice]) -> Field {
    let type: FieldType =
      switch type {
      case .choice(_, let isOpen): .choice(choices, isOpen: isOpen)
      case .texts: .texts(choices)
      default: type
      }
    return Field(name, label, type, isRequired: isRequired, absence: absence, isPrivate: isPrivate, turn: turn)
  }

  /// Returns whether a label is the field's own or another one that it has in sheets.
  package func hasLabel(_ text: String) -> Bool { label == text || otherLabels.contains(text) }

  /// Whether a program has words of its own for the field, so that they differ from those of the host.
  public var isRelabelled: Bool {
    !otherLabels.isEmpty || example != nil || type.choices.contains { !$0.otherLabels.isEmpty }
  }

  /// The description of the field's kind, with its choices and its example.
  public var kind: any FieldKind { type == .division ? DivisionField(example: example) : type.kind }

  /// The division code that messages about cells of the field give as an example.
  package var exampleCode: String { String((example ?? DivisionField.usualExample).prefix(6)) }

  /// Why a text is no division code, without the label of the field.
  var divisionMessage: String { "应为6位数字的行政区划代码" + (example.map { "，如\($0)" } ?? "") }
}

import KepingCore

/// A kind of node that a method may follow: a quantity, the list `units`, or a field of some type.
package enum Receiver: Hashable, CaseIterable, Sendable {
  case quantity, units
  case field(FieldType.Name)

  /// All receivers.
  package static let allCases = [.quantity, .units] + fields

  /// The fields of all types.
  package static let fields = FieldType.Name.allCases.map(Self.field)

  package init(_ type: FieldType) { self = .field(type.name) }

  /// The Chinese name.
  package var chinese: String {
    switch self {
    case .quantity: "数量"
    case .units: "units"
    case .field(let name): name.kind.title
    }
  }
}

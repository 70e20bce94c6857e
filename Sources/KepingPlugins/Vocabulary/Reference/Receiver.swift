import KepingCore

/// What a method may stand behind: a quantity that was made, the list `units`, or a field of some kind.
package enum Receiver: Hashable, CaseIterable, Sendable {
  case quantity, units
  case field(FieldType.Name)

  package static let allCases = [.quantity, .units] + fields

  /// The fields, whatever their kind.
  package static let fields = FieldType.Name.allCases.map(Self.field)

  package init(_ type: FieldType) { self = .field(type.name) }

  /// As a clerk calls it.
  package var chinese: String {
    switch self {
    case .quantity: "数量"
    case .units: "units"
    case .field(let name): name.kind.title
    }
  }
}

/// A check that is met if a list has an element whose fields match all filters.
public struct ListMatch: Sendable {
  /// A condition on one field of an element.
  public struct Filter: Sendable {
    /// The value that the field must have.
    public enum Wanted: Sendable {
      /// One of the known values, by their indices among the choices.
      case known(Set<Int>)
      /// A division code with this prefix; `fallback` is the slot of the record to read if the element has no value, or nil.
      case within(Bytes, fallback: Int?)
      /// A flag with this value.
      case flag(Bool)
      /// A number that compares with a bound in this way.
      case number(BoundComparison)
      /// A text that equals one of these.
      case texts([String])
      /// A day that compares with a fixed one in this way.
      case date(BoundComparison)
    }
    /// The field in the element.
    public let field: FieldReference
    /// The slot of the applicant's field with the same name; nil if there is none or the applicant does not count as an element.
    public let applicantSlot: Int?
    /// The value that the field must have.
    public internal(set) var wanted: Wanted

    /// Creates a condition on a field.
    public init(field: FieldReference, applicantSlot: Int?, wanted: Wanted) {
      self.field = field
      self.applicantSlot = applicantSlot
      self.wanted = wanted
    }
  }

  /// The list that is searched.
  public let list: FieldReference
  /// The number of slots of one element.
  public let stride: Int
  /// The slot of the name within an element, for messages; nil if elements have no name.
  public let nameSlot: Int?
  /// Whether the applicant counts as an element of the list.
  public let includesApplicant: Bool
  /// The name of the matching elements as shown to clerks: 市级以上科技创新平台.
  ///
  /// It is empty if the plugin gives none; messages then describe the filters.
  public let label: String
  /// The conditions, all of which an element must meet.
  public internal(set) var filters: [Filter]

  /// Creates a check for a matching element.
  public init(
    list: FieldReference, stride: Int, nameSlot: Int?, includesApplicant: Bool, label: String, filters: [Filter]
  ) {
    self.list = list
    self.stride = stride
    self.nameSlot = nameSlot
    self.includesApplicant = includesApplicant
    self.label = label
    self.filters = filters
  }
}

extension ListMatch {
  /// Visits the bounds of the filters and stores those that the visitor assigns.
  mutating func visitBounds(_ visitor: inout some PartVisitor) {
    for index in filters.indices {
      switch filters[index].wanted {
      case .number(var comparison):
        visitor.visit(&comparison.bound, reason: comparison.reason)
        filters[index].wanted = .number(comparison)
      case .date(var comparison):
        visitor.visit(&comparison.bound, reason: comparison.reason)
        filters[index].wanted = .date(comparison)
      case .known, .within, .flag, .texts: break
      }
    }
  }
}

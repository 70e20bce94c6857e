/// A list has an element that matches, field by field.
public struct ListMatch: Sendable {
  public struct Filter: Sendable {
    public enum Wanted: Sendable {
      /// One of the known values, by their indices.
      case known(Set<Int>)
      /// A division code with the prefix; where an element has none, the fallback's slot stands in.
      case within(Bytes, fallback: Int?)
      /// A flag with this value.
      case flag(Bool)
    }
    /// The field in the element.
    public let field: FieldReference
    /// The applicant's own field of that name, where the applicant counts as an element.
    public let applicantSlot: Int?
    public let wanted: Wanted

    public init(field: FieldReference, applicantSlot: Int?, wanted: Wanted) {
      self.field = field
      self.applicantSlot = applicantSlot
      self.wanted = wanted
    }
  }

  public let list: FieldReference
  /// The slots of one element.
  public let stride: Int
  /// The slot of an element's name in it, to speak of it by.
  public let nameSlot: Int?
  public let includesApplicant: Bool
  /// What is looked for, in a clerk's words: 市级以上科技创新平台.
  public let label: String
  public let filters: [Filter]

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

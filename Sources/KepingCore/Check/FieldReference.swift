/// A reference from a check to a field of the record.
public struct FieldReference: Sendable {
  /// The slot of the field; for a field of a list's elements, the slot within an element.
  public let slot: Int
  /// The declaration of the field.
  public let field: Field
  /// The path of the field in the record: `applicant.kind`; for a field of a list's elements, the path within an element.
  public let path: String

  /// Creates a reference to a field.
  public init(slot: Int, field: Field, path: String) {
    self.slot = slot
    self.field = field
    self.path = path
  }

  var label: String { field.label }
  var choices: [Choice] { field.type.choices }

  /// Returns some of the field's choices as text: `企业、高等院校之一`.
  /// - Parameter known: the indices of the choices; -1 denotes all texts that are none of the choices.
  func description(of known: Set<Int>) -> String { labels(of: known.sorted()) + (known.count > 1 ? "之一" : "") }

  /// Returns the labels of choices, of which only the first are listed if there are many: `企业、高等院校`.
  /// - Parameter known: the indices of the choices in ascending order; -1 denotes all texts that are none of the choices.
  func labels(of known: [Int]) -> String {
    let (listed, isAll) = known.lazy.map(label(of:)).listed
    return listed.joined(separator: "、") + (isAll ? "" : "等\(known.count)项")
  }

  /// Returns the values of choices, of which only the first are listed if there are many: `enterprise | university`.
  /// - Parameter known: the indices of the choices in ascending order.
  func values(of known: [Int]) -> String {
    let (listed, isAll) = known.lazy.map { choices.indices.contains($0) ? choices[$0].value : "*" }.listed
    return listed.joined(separator: " | ") + (isAll ? "" : " | …（\(known.count)）")
  }

  /// Returns the label of a choice; -1 denotes all texts that are none of the choices.
  private func label(of index: Int) -> String { choices.indices.contains(index) ? choices[index].label : "其他" }

  /// Returns each set that results from removing one of the known values, with the label of that value.
  ///
  /// The result is empty if there is only one value.
  func leavingOneOut(of known: Set<Int>) -> [(label: String, rest: Set<Int>)] {
    guard known.count > 1 else { return [] }
    return known.sorted().map { (label(of: $0), known.subtracting([$0])) }
  }
}

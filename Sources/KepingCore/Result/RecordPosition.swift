/// The position of an object in a record: the record itself, an object inside it, or an element of a list.
struct RecordPosition {
  /// The path of the object with a dot after it: `applicant.`; empty for the record itself.
  var path = ""
  /// The beginning of the labels of the fields in an element of a list: `预算明细1`; otherwise empty.
  var label = ""
  /// The index in ``Record/elements`` of the first slot of an element; nil outside of lists.
  var base: Int?

  /// Returns the value of a field in the object.
  func slot(of node: Schema.Node, in record: borrowing Record) -> Record.Slot {
    if let base { record.elements[base + node.slot] } else { record.slots[node.slot] }
  }

  /// Returns the position of an object in this one.
  func inside(_ node: Schema.Node) -> RecordPosition {
    RecordPosition(path: path + node.field.name + ".", label: label, base: base)
  }

  /// Returns the position of an element of a list in this object.
  func inside(_ node: Schema.Node, element index: Int, of list: Record.Slot) -> RecordPosition {
    RecordPosition(
      path: "\(path)\(node.field.name)[\(index)].", label: "\(label)\(node.field.label)\(index + 1)",
      base: Int(list.start) + index * node.stride)
  }
}

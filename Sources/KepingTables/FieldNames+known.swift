extension FieldNames {
  /// Returns whether a heading is the name of a field, also in part.
  ///
  /// Fields of the host that the program does not mention do not count: a sheet of people and their telephone numbers is no sheet of
  /// applications.
  func knows(_ text: String) -> Bool {
    guard let (_, found) = match(text, by: target) else { return false }
    let node: Int?
    switch found {
    case .success(let target): node = target.node
    case .failure(let fault): node = fault.node
    }
    return node.map { !schema.nodes[$0].isUnmentioned } ?? false
  }
}

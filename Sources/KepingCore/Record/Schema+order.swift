extension Schema {
  /// Returns fields that belong to one object, or to the top, in the order in which templates and documents list them.
  ///
  /// The fields of the host come first, in its order, then those of the program as its author wrote them, and at last those that
  /// the host has had since after the freeze of `api: 1`.
  public func inWrittenOrder(_ siblings: [Int]) -> [Int] {
    siblings.enumerated().sorted { first, second in
      (rank(of: first.element), turn(of: first.element), first.offset)
        < (rank(of: second.element), turn(of: second.element), second.offset)
    }.map(\.element)
  }

  /// Returns the position of a field's origin among the origins.
  private func rank(of node: Int) -> Int {
    switch nodes[node].origin {
    case .host: 0
    case .program: 1
    case .later: 2
    }
  }

  private func turn(of node: Int) -> Int { nodes[node].field.turn }
}

import KepingCore

/// A file, or a sheet of it, that records come from.
struct SourceName: Sendable {
  /// The name of the file in messages; nil if it is the only input.
  var file: String?
  /// The names of the sheet and of its column of ids, such as `A`; nil if the records are JSON.
  var sheet: (name: String, idColumn: String)?
}

/// The sources of all inputs of a batch, for messages that name another record.
struct SourceNames: Sendable {
  private var names: [SourceName] = []
  /// The index of the first source of the current input.
  private var inputStart = 0

  /// The index of the current source.
  var current: Int { names.count - 1 }

  /// Adds the source of the records that follow.
  ///
  /// - Parameter isNewInput: whether it is the first source of an input.
  mutating func begin(_ name: SourceName, isNewInput: Bool) {
    if isNewInput { inputStart = names.count }
    names.append(name)
  }

  /// Returns a line of a file of JSON as messages name it.
  static func location(line: Int, in file: String) -> String { "\(file)第\(line)行" }

  /// Returns the problem of an id that an earlier record has, too.
  ///
  /// - Parameters:
  ///   - place: the place of the earlier record.
  ///   - line: the line or row of this record in the current source.
  func duplicate(of place: DuplicateCheck.Place, line: Int) -> Problem {
    problem(.duplicateID, line: line, "申报编号与\(text(place) ?? "前面的记录")重复")
  }

  /// Returns the problem of an id that differs from an earlier one only in ways that are easily overlooked.
  func similarity(of id: ArraySlice<UInt8>, to place: DuplicateCheck.Place, line: Int) -> Problem {
    let id = String(decoding: id, as: UTF8.self).printable(limit: 60)
    let earlier = text(place) ?? "前面的记录"
    return problem(.similarID, line: line, "申报编号“\(id)”与\(earlier)的编号只差全半角、大小写或空格，请核对是否同一份申报书")
  }

  private func problem(_ code: Problem.Code, line: Int, _ message: String) -> Problem {
    let cell = names.last?.sheet.map { "\($0.name)!\($0.idColumn)\(line)" }
    return Problem(field: "id", code: code, message: (cell.map { "\($0)：" } ?? "") + message, cell: cell)
  }

  /// Returns how messages name a place, such as ` 申报表!A2 ` or `第2行的记录`; nil if it is not known.
  ///
  /// Without names of files, only places in the current input can be told apart.
  private func text(_ place: DuplicateCheck.Place) -> String? {
    guard place != .unknown, names.indices.contains(place.source) else { return nil }
    let name = names[place.source]
    guard name.file != nil || place.source >= inputStart else { return nil }
    if let sheet = name.sheet { return " \(sheet.name)!\(sheet.idColumn)\(place.line) " }
    return name.file.map { " \(Self.location(line: place.line, in: $0)) " } ?? "第\(place.line)行的记录"
  }
}

import KepingCore

/// Names that clerks use for the dates of the host schema.
extension FieldNames {
  /// Names for the date on which a person was born.
  private static let birthDateNames = ["出生日期", "出生年月日"]

  /// Returns the names for the date on which a unit was registered, or founded.
  static func registrationNames(_ what: String) -> [String] {
    ["", "单位", "企业", "公司", "申报单位", "申报企业"].flatMap { ["\($0)\(what)日期", "\($0)\(what)时间"] }
  }

  /// Returns the names for the first or the last day of a project.
  static func periodNames(_ words: [String]) -> [String] {
    ["项目", "项目实施", "项目执行", "课题", "实施"].flatMap { project in
      words.flatMap { ["\(project)\($0)日期", "\(project)\($0)时间"] }
    }
  }

  /// The fields of the leader's date and year of birth, which can be read from one column.
  struct Birth {
    /// The node of the year of birth.
    let year: Int
    /// The node of the date of birth.
    let date: Int
  }

  /// Returns the fields of the leader's birth, or nil if the host does not declare the date.
  static func birth(in schema: Schema) -> Birth? {
    guard let leader = schema.child("leader", of: nil), let year = schema.child("birthYear", of: leader),
      let date = schema.child("birthDate", of: leader), schema.nodes[date].isHost
    else { return nil }
    return Birth(year: year, date: date)
  }

  /// Names for the date on which the leader was born, which are names of the year for programs that do not read the date.
  static let birthDateAliases = leaderNames.map { "\($0)出生日期" }

  /// Returns whether a field is the year of birth and has the names of the date, because the program does not read the date.
  func takesBirthDates(_ node: Int) -> Bool {
    guard schema.nodes[node].path == "leader.birthYear" else { return false }
    return birth.map { schema.nodes[$0.date].isUnmentioned } ?? true
  }

  /// Returns whether the heading of a column speaks of a date of birth, and not only of a year or a month.
  static func speaksOfBirthDate(_ heading: String) -> Bool {
    Heading.readings(of: heading).contains { reading in birthDateNames.contains(where: reading.key.hasSuffix) }
  }
}

/// The type of a field.
public indirect enum FieldType: Sendable, Equatable {
  case text
  /// 统一社会信用代码. Any text is well-formed; an invalid code is a problem of the result.
  case creditCode
  /// 行政区划代码: six digits.
  case division
  /// A date and time of RFC 3339.
  case time
  /// A day of the calendar, as RFC 3339 writes it.
  case date
  /// One of the choices; if the field is open, any other text is also well-formed.
  case choice([Choice], isOpen: Bool)
  case flag
  /// An integer from 0 to 2^53.
  case count
  /// An amount in yuan, not below 0.
  case money
  /// An integer from 0 to 2^53 that is not a count, such as a year.
  case year
  /// A finite number, which may be negative.
  case decimal
  /// A finite number of percent: 30 means 30%.
  case percent
  /// Amounts in yuan by four-digit year.
  case yearlyMoney
  /// A list of texts; clauses can refer to those that are among the choices.
  case texts([Choice])
  case object([Field])
  case objects([Field])
  /// Counts by kind, and within each kind by `counts` if there are any.
  ///
  /// If the tally is present, absent counts are 0.
  case tally(kinds: [Choice], counts: [Choice])
}

extension FieldType {
  /// The description of the field's kind, with its choices.
  public var kind: any FieldKind {
    switch self {
    case .text: TextField()
    case .creditCode: CreditCodeField()
    case .division: DivisionField()
    case .time: TimeField()
    case .date: DateField()
    case .choice(let choices, let isOpen): ChoiceField(choices: choices, isOpen: isOpen)
    case .flag: FlagField()
    case .count: CountField()
    case .money: MoneyField()
    case .year: YearField()
    case .decimal: DecimalField()
    case .percent: PercentField()
    case .yearlyMoney: YearlyMoneyField()
    case .texts(let choices): TextsField(choices: choices)
    case .object: ObjectField()
    case .objects: ObjectsField()
    case .tally: TallyField()
    }
  }

  /// The name of the field's kind.
  public var name: Name { Swift.type(of: kind).name }

  /// The name of a kind of field.
  ///
  /// The cases are in the order in which the stubs for editors list the kinds.
  public enum Name: UInt8, Sendable, CaseIterable {
    case money, count, year, decimal, percent, yearlyMoney, flag, choice, text, creditCode, time, date, division
    case texts, objects, tally, object

    /// The description of all fields of the kind.
    public var kind: any FieldKind.Type {
      switch self {
      case .money: MoneyField.self
      case .count: CountField.self
      case .year: YearField.self
      case .decimal: DecimalField.self
      case .percent: PercentField.self
      case .yearlyMoney: YearlyMoneyField.self
      case .flag: FlagField.self
      case .choice: ChoiceField.self
      case .text: TextField.self
      case .creditCode: CreditCodeField.self
      case .time: TimeField.self
      case .date: DateField.self
      case .division: DivisionField.self
      case .texts: TextsField.self
      case .objects: ObjectsField.self
      case .tally: TallyField.self
      case .object: ObjectField.self
      }
    }
  }
}

/// The type of a field.
public indirect enum FieldType: Sendable, Equatable {
  case text
  /// 统一社会信用代码: any text is well-formed; a wrong one is a problem of the result.
  case creditCode
  /// 行政区划代码: six digits.
  case division
  /// RFC 3339.
  case time
  /// One of the choices; where it is open, another text is well-formed too.
  case choice([Choice], isOpen: Bool)
  case flag
  /// A whole number from 0 to 2^53.
  case count
  /// Yuan, not below 0.
  case money
  /// A whole number that is no count: a year.
  case year
  /// Money by four-digit year.
  case yearlyMoney
  /// Texts, some of which are known to clauses.
  case texts([Choice])
  case object([Field])
  case objects([Field])
  /// Counts by kind, and by each of `counts` where there are any; absent ones are 0 once the tally is there.
  case tally(kinds: [Choice], counts: [Choice])
}

extension FieldType {
  /// What the host knows of the field's kind.
  public var kind: any FieldKind {
    switch self {
    case .text: TextField()
    case .creditCode: CreditCodeField()
    case .division: DivisionField()
    case .time: TimeField()
    case .choice(let choices, let isOpen): ChoiceField(choices: choices, isOpen: isOpen)
    case .flag: FlagField()
    case .count: CountField()
    case .money: MoneyField()
    case .year: YearField()
    case .yearlyMoney: YearlyMoneyField()
    case .texts(let choices): TextsField(choices: choices)
    case .object: ObjectField()
    case .objects: ObjectsField()
    case .tally: TallyField()
    }
  }

  /// The name of the field's kind.
  public var name: Name { Swift.type(of: kind).name }

  /// The name of a kind of field, in the order in which the stubs for editors list them.
  public enum Name: UInt8, Sendable, CaseIterable {
    case money, count, year, yearlyMoney, flag, choice, text, creditCode, time, division, texts, objects, tally, object

    /// What the host knows of all fields of the kind.
    public var kind: any FieldKind.Type {
      switch self {
      case .money: MoneyField.self
      case .count: CountField.self
      case .year: YearField.self
      case .yearlyMoney: YearlyMoneyField.self
      case .flag: FlagField.self
      case .choice: ChoiceField.self
      case .text: TextField.self
      case .creditCode: CreditCodeField.self
      case .time: TimeField.self
      case .division: DivisionField.self
      case .texts: TextsField.self
      case .objects: ObjectsField.self
      case .tally: TallyField.self
      case .object: ObjectField.self
      }
    }
  }
}

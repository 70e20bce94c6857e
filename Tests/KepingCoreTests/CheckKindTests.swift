import Testing

@testable import KepingCore

@Suite("The components of a check are found and replaced")
struct CheckKindTests {
  /// Four flags and four numbers, from which checks of every kind with components are made.
  struct Sample {
    var checks = Checks()
    var flags: [CheckID] = []
    var numbers: [QuantityID] = []

    init() {
      for (slot, label) in ["甲", "乙", "丙", "丁"].enumerated() {
        let flag = FieldReference(slot: slot, field: Field("flag\(slot)", label, .flag), path: "flag\(slot)")
        flags.append(checks.add(.isTrue(IsTrueCheck(flag))))
        let source = Quantity.Source.field(slot: 10 + slot, tally: nil)
        numbers.append(checks.add(Quantity(source: source, label: label + "数", path: "number\(slot)", measure: .count)))
      }
    }

    /// Returns a check of a kind that contains neither the last flag nor the last number.
    func check(_ kind: String) throws -> Check {
      let call = FunctionCall(
        function: 0,
        operands: [
          .record, .quantity(numbers[0]), .text(slot: 30, label: "名称", path: "name"), .check(flags[1]), .quantity(numbers[2]),
        ])
      return switch kind {
      case "compare": .compare(CompareCheck(numbers[0], .atLeast, try Bound("3项"), reason: "因为"))
      case "compareQuantities": .compareQuantities(CompareQuantitiesCheck(numbers[0], .moreThan, numbers[1]))
      case "all": .all(AllCheck([flags[0], flags[1], flags[2]]))
      case "anyOf": .anyOf(AnyOfCheck([flags[0], flags[1]]))
      case "not": .not(NotCheck(flags[0]))
      case "leftOpen": .leftOpen(LeftOpenCheck(flags[0], reason: "由人判断"))
      default: .judged(JudgedCheck(call, label: "认定"))
      }
    }
  }

  /// The descriptions of a check of each kind: as it is, and with each of its components replaced in turn.
  static let descriptions = [
    "compare": ["甲数不低于3项（因为）", "丁数不低于3项（因为）"],
    "compareQuantities": ["甲数高于乙数", "丁数高于乙数", "甲数高于丁数"],
    "all": ["甲为“是”，且乙为“是”，且丙为“是”", "丁为“是”，且乙为“是”，且丙为“是”", "甲为“是”，且丁为“是”，且丙为“是”", "甲为“是”，且乙为“是”，且丁为“是”"],
    "anyOf": ["甲为“是”，或乙为“是”", "丁为“是”，或乙为“是”", "甲为“是”，或丁为“是”"],
    "not": ["不是“甲为“是””", "不是“丁为“是””"],
    "leftOpen": ["甲为“是”；不符合的留待人工认定（由人判断）", "丁为“是”；不符合的留待人工认定（由人判断）"],
    "judged": [
      "认定（由插件函数按整份申报书、甲数、名称、乙为“是”、丙数计算）", "认定（由插件函数按整份申报书、丁数、名称、乙为“是”、丙数计算）",
      "认定（由插件函数按整份申报书、甲数、名称、丁为“是”、丙数计算）", "认定（由插件函数按整份申报书、甲数、名称、乙为“是”、丁数计算）",
    ],
  ]

  @Test("Replacing a component changes nothing else", arguments: descriptions.keys.sorted())
  func components(_ kind: String) throws {
    var sample = Sample()
    let id = sample.checks.add(try sample.check(kind))
    var found = [sample.checks.description(of: id)]
    for (index, component) in sample.checks.components(of: id).enumerated() {
      let other: Component =
        switch component {
        case .check: .check(sample.flags[3])
        case .quantity: .quantity(sample.numbers[3])
        }
      found.append(sample.checks.description(of: sample.checks.replacing(component: index, of: id, by: other)))
    }
    #expect(found == Self.descriptions[kind])
  }

  @Test(
    "The operands of a function are not parts of its check, but count in the size of the check and in the fields that it reads",
    arguments: [("judged", 0, 6, [1, 10, 12, 30]), ("all", 3, 4, [0, 1, 2]), ("compare", 0, 2, [10])])
  func parts(_ kind: String, parts: Int, size: Int, slots: [Int]) throws {
    var sample = Sample()
    let id = sample.checks.add(try sample.check(kind))
    let clause = Clause(id: "1", kind: .condition, quote: "", check: id, appliesWhen: nil)
    let read = sample.checks.fields(of: clause)
    #expect(sample.checks.parts(of: id).count == parts)
    #expect(sample.checks.descendants(of: id).count == parts + 1)
    #expect(sample.checks.size(of: id) == size)
    #expect(read.slots.sorted() == slots)
    #expect(read.isWholeRecord == (kind == "judged"))
  }

  @Test("Replacing a bound copies the checks around it and leaves the original unchanged")
  func bounds() throws {
    var sample = Sample()
    let compare = sample.checks.add(try sample.check("compare"))
    let inner = sample.checks.add(.not(NotCheck(compare)))
    let outer = sample.checks.add(.all(AllCheck([sample.flags[0], inner])))
    let copy = sample.checks.replacing([compare: [0: try Bound("5项")]], in: outer)
    #expect(sample.checks.description(of: copy) == "甲为“是”，且不是“甲数不低于5项（因为）”")
    #expect(sample.checks.description(of: outer) == "甲为“是”，且不是“甲数不低于3项（因为）”")
    #expect(sample.checks.bounds(of: copy).map(\.bound.text) == ["5项"])
    #expect(sample.checks.replacing([compare: [0: try Bound("5项")]], in: sample.flags[0]) == sample.flags[0])
  }
}

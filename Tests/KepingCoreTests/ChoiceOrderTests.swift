import KepingCore
import Testing

@Suite("Forms offer choices in the order in which their author wrote them")
struct ChoiceOrderTests {
  @Test(
    "Choices whose order is not known stay as they are",
    arguments: [([0, 0, 0], ["a", "b", "c"]), ([3, 1, 2], ["b", "c", "a"]), ([1, 2, 3], ["a", "b", "c"])])
  func order(_ turns: [Int], _ expected: [String]) {
    let choices = zip(["a", "b", "c"], turns).map { Choice($0, $0.uppercased(), turn: $1) }
    #expect(choices.inWrittenOrder.map(\.value) == expected)
  }

  @Test("The drop-down list and its description have that order")
  func form() {
    let kind = FieldType.choice([Choice("a", "甲", turn: 2), Choice("b", "乙", turn: 1)], isOpen: false).kind
    #expect(kind.valueDescription == "可选：乙（b）、甲（a）")
    guard case .oneOf(let labels, isOpen: false)? = kind.form.rule else {
      Issue.record("a choice has no list")
      return
    }
    #expect(labels == ["乙", "甲"])
  }
}

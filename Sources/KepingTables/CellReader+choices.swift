import KepingCore

extension CellReader {
  /// Returns the value of the choice that a text means: its value, its label, or a part of its label.
  ///
  /// A part is what stands between 、 in the label. It counts if no other choice has the same part. A text of several parts
  /// means a choice if all of them are parts of its label.
  ///
  /// - Parameter acceptsParts: whether a part of a label is accepted.
  static func choiceValue(_ text: String, _ choices: [Choice], acceptsParts: Bool = true) -> String? {
    // Nearly all cells are filled in from a drop-down list and match exactly.
    if let exact = choices.first(where: { $0.label == text || $0.value == text }) { return exact.value }
    let key = synonyms[text] ?? Heading.key(text)
    if let byLabel = choices.first(where: { Heading.key($0.label) == key }) { return byLabel.value }
    if let byValue = choices.first(where: { $0.value.lowercased() == key }) { return byValue.value }
    return choiceValue(byOtherLabel: key, choices) ?? (acceptsParts ? choiceValue(ofParts: text, choices) : nil)
  }

  /// Returns the value of the only choice that has a label besides its own; the label is normalised.
  private static func choiceValue(byOtherLabel key: String, _ choices: [Choice]) -> String? {
    let found = choices.filter { $0.otherLabels.contains { Heading.key($0) == key } }
    return found.count == 1 ? found[0].value : nil
  }

  /// Returns the value of the only choice of whose label each part of a text is a part.
  private static func choiceValue(ofParts text: String, _ choices: [Choice]) -> String? {
    var found: Choice?
    for part in text.split(whereSeparator: { "、，,".contains($0) }) {
      let key = Heading.key(String(part))
      if key.isEmpty { continue }
      let owners = choices.filter { choice in
        choice.label.contains("、") && choice.label.split(separator: "、").contains { Heading.key(String($0)) == key }
      }
      guard owners.count == 1, found == nil || found == owners[0] else { return nil }
      found = owners[0]
    }
    return found?.value
  }

  /// Names that clerks use for labels of choices.
  private static let synonyms = [
    "公司": "企业", "民营企业": "企业", "私营企业": "企业", "国有企业": "企业", "高校": "高等院校", "大学": "高等院校", "高等学校": "高等院校",
    "科研机构": "科研院所", "科研单位": "科研院所", "研究所": "科研院所", "研究院": "科研院所", "医院": "医疗机构", "政府机关": "机关",
    "行政机关": "机关", "其它": "其他",
  ]
}

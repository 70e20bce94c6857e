import KepingCore

extension FieldNames {
  /// A tally to which a column may belong although no field has the name of the column.
  struct PossibleTally: Sendable, Equatable {
    /// The node of the tally.
    let node: Int
    /// The label of the tally.
    let label: String
    /// The labels of some of its counts, as headings to propose.
    let proposals: [String]

    /// The proposed headings in quotes.
    var proposalText: String { proposals.map { "“\($0)”" }.joined(separator: "、") }

    /// Returns why a count in a column cannot be read, in Chinese.
    func reason(_ heading: String) -> String {
      "列“\(heading.prefix(60))”像是\(label)的一项，但读不懂；\(label)中没有读到的都按0计，请把列名改为\(proposalText)之类，与\(label)无关的请移出本表"
    }
  }

  /// Returns the tally to which a column may belong by its own name, or by that of a group if the column only says how many
  /// there are: 件数 under 专利.
  func possibleTally(of text: String, under groups: [String]) -> PossibleTally? {
    if tallies.isEmpty { return nil }
    guard let own = Heading.readings(of: text).last(where: { !$0.hasBareUnit }), CountWords.mayCount(own) else { return nil }
    if let tally = possibleTally(in: own.key) { return tally }
    guard !groups.isEmpty, CountWords.isGeneric(own.key) else { return nil }
    return groups.reversed().lazy.compactMap { possibleTally(in: Heading($0).key) }.first
  }

  /// Returns the tally of a kind or topic of which a normalised name speaks.
  private func possibleTally(in key: String) -> PossibleTally? {
    let bytes = Bytes(key.utf8)
    if let kind = kinds.first(where: { bytes.contains(Bytes($0.key.utf8)) }) {
      return PossibleTally(node: kind.tally, label: schema.nodes[kind.tally].field.label, proposals: counts(in: kind.node))
    }
    guard let topic = TallyTopic(mentionedIn: key), let tally = tallies.first(where: { $0.topics.contains(topic) }) else {
      return nil
    }
    let kinds = schema.nodes[tally.node].children
    // Whatever is none of the other kinds may be counted as the last resort: 其他知识产权.
    let other = kinds.dropFirst().first { schema.nodes[$0].field.label.hasPrefix("其他") } ?? kinds.dropFirst().first
    // The usual kind comes first, in whatever order the kinds are.
    let usual = kinds.first { schema.nodes[$0].field.label.hasPrefix("发明") } ?? kinds.first
    let proposals = (usual.map(counts) ?? []) + (other == usual ? [] : other.map(counts) ?? [])
    return PossibleTally(node: tally.node, label: schema.nodes[tally.node].field.label, proposals: proposals)
  }

  /// Returns the labels of the counts of a kind: the kind itself, or filed and granted.
  private func counts(in node: Int) -> [String] {
    let children = schema.nodes[node].children
    return children.isEmpty ? [schema.nodes[node].field.label] : children.map { schema.nodes[$0].field.label }
  }
}

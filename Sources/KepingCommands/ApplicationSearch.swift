import KepingCore
import KepingFiles
import KepingUnicode

/// Finds the applications that a text names, by their ids or by the names of applicants and projects, and collects their
/// explanations.
struct ApplicationSearch {
  /// How an application is named, the best way first.
  private enum Match: Int {
    /// The text is the id.
    case id
    /// The text is the id, except for width, case or white space.
    case similarID
    /// The text is the name of the applicant or the title of the project.
    case name
    /// The text is a part of such a name.
    case partOfName
  }

  private let wanted: String
  private let folded: Bytes
  /// The best match so far; only applications that match in this way are collected.
  private var match: Match?
  private var count = 0
  private var explanations = SpooledText()
  private var similar: SimilarNames

  /// Whether an application that was found could not be evaluated.
  private(set) var hasError = false
  /// A line for each application that has the text in a name, as many as a message can list.
  private(set) var candidates: [String] = []

  private static let maximumListed = 20

  /// Creates a search for an id or a name.
  init(for wanted: String) {
    self.wanted = wanted
    folded = Self.fold(wanted)
    similar = SimilarNames(to: String(decoding: folded, as: UTF8.self))
  }

  /// Collects an application if it is named, and none has been named in a better way.
  ///
  /// - Parameter explain: returns the explanation of the application.
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  mutating func add(_ assessment: Assessment, explain: () -> String) throws(Diagnostic) {
    guard let found = find(assessment) else {
      if match == nil { for text in Self.names(of: assessment) { similar.add(text, folded: Self.fold(text)) } }
      return
    }
    if found != match {
      match = found
      count = 0
      explanations = SpooledText()
      candidates = []
      hasError = false
    }
    count += 1
    if found == .partOfName {
      if candidates.count < Self.maximumListed { candidates.append(Self.line(assessment)) }
      // Several are not explained but listed, because a part of a name may stand for the wrong one.
      guard count == 1 else { return }
    }
    hasError = hasError || assessment.verdict == .error
    try explanations.append((count == 1 ? "" : "\n") + explain())
  }

  /// Returns the fault if no application was found, or several have the text in their names; else nil.
  func fault(path: String) -> Diagnostic? {
    switch match {
    case nil:
      let near = similar.nearest
      let chinese = near.isEmpty ? "" : "；是不是\(near.map { "“\($0)”" }.joined(separator: "、"))？"
      let english = near.isEmpty ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
      return Diagnostic(
        path: path, code: "unknown-application",
        Wording(
          "没有编号、申报单位或项目名称是“\(wanted)”的申报书\(chinese)",
          "no application has the id, applicant or title '\(wanted)'\(english)"))
    case .partOfName where count > 1:
      let more = count > candidates.count
      return Diagnostic(
        path: path, code: "ambiguous-application",
        Wording(
          "\(count)份申报书的申报单位或项目名称里有“\(wanted)”，请写编号\(more ? "；前\(candidates.count)份是" : "")：",
          "'\(wanted)' is in the names of \(count) applications; give the id\(more ? "; the first \(candidates.count)" : ""):"))
    default: return nil
    }
  }

  /// Writes the explanations of the applications that were found, in the order of the input.
  ///
  /// - Throws: ``Diagnostic`` if they cannot be written.
  func writeExplanations(to sink: ByteSink) throws(Diagnostic) { try explanations.write(to: sink) }

  /// Returns how an application is named; nil if it is not, or if another one is named in a better way.
  private func find(_ assessment: Assessment) -> Match? {
    func isPossible(_ way: Match) -> Bool { way.rawValue <= (match ?? .partOfName).rawValue }
    // Compares bytes: `==` would treat canonically equivalent ids as equal.
    if let id = assessment.id, id.utf8.elementsEqual(wanted.utf8) { return .id }
    if isPossible(.similarID), let id = assessment.id, !folded.isEmpty, Self.fold(id) == folded { return .similarID }
    guard isPossible(.name), !folded.isEmpty else { return nil }
    let names = [assessment.applicant, assessment.title].compactMap { $0.map(Self.fold) }
    if names.contains(folded) { return .name }
    return isPossible(.partOfName) && names.contains { $0.contains(folded) } ? .partOfName : nil
  }

  private static func fold(_ text: String) -> Bytes { FoldedText.fold(Bytes(text.utf8)[...]) }

  private static func names(of assessment: Assessment) -> [String] {
    [assessment.id, assessment.applicant, assessment.title].compactMap { $0 }
  }

  private static func line(_ assessment: Assessment) -> String {
    let texts = [assessment.id, assessment.applicant, assessment.title].map { ($0 ?? "—").printable(limit: 100) }
    return "  " + texts.joined(separator: "  ")
  }
}

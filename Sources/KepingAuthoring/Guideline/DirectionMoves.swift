import KepingCore
import KepingPlugins

/// Finds out which directions have another number in the guideline than in the manifest.
///
/// Next year's guideline may exchange two directions, insert one, or drop one, so that the numbers of others shift. The title,
/// the quotes and the uncovered texts of a direction show where its words stand now; words that many directions have count
/// little. The rest of the comparison then uses these places, so that a move is reported once, and not for each quote.
struct DirectionMoves {
  /// The parts of the outline, with the directions that really stand there as their owners.
  private(set) var parts: [GuidelinePart]
  /// The faults of the outline and of the moves.
  private(set) var faults: [Diagnostic]
  /// The directions that have moved, with their numbers in the guideline.
  private(set) var moves: [(direction: String, number: String)] = []
  /// The directions whose number another direction has now, and whose words are nowhere.
  private(set) var gone: [String] = []

  private let text: GuidelineText
  private let manifest: Manifest

  /// The share of the words that only this direction has, which must stand at another number.
  private static let minimumCoverage = 0.4

  init(_ program: Program, _ manifest: Manifest, _ outline: GuidelineOutline, _ text: GuidelineText) {
    self.text = text
    self.manifest = manifest
    parts = outline.parts
    faults = []
    // Where all headings have their titles and no other direction is there, nothing has moved.
    guard !parts.isEmpty, outline.hasOtherDirections else {
      faults = outline.faults.map(\.diagnostic)
      return
    }
    // A direction with several headings is reported as that.
    let ambiguous = Set(outline.faults.filter { $0.diagnostic.code == "ambiguous-heading" }.map(\.owner))
    let directions = program.directions.filter { !ambiguous.contains(.direction($0.id)) }
    let places = parts.indices.filter { index in
      parts[index].number.map { !ambiguous.contains(.direction($0)) } ?? false
    }
    let words = Words.all(of: directions, in: places.map { outline.parts[$0] }, and: outline.parts, text)
    assign(directions.map(\.id), words, places)
    let movedOwners = Set(moves.map { GuidelinePart.Owner.direction($0.direction) } + gone.map { .direction($0) })
    faults = outline.faults.filter { !movedOwners.contains($0.owner) }.map(\.diagnostic)
    faults += [goneFault, movesFault].compactMap { $0 }
  }

  /// The words of a direction, and how many of them stand in each of some parts.
  private struct Words {
    /// By part: the share of the words, where words that several parts have count less.
    var shares: [Double]
    /// By part: the share of the words that no other direction has.
    var coverages: [Double]
    /// The share of the words that no other direction has and that stand in any part, also in the heads.
    var presence = 0.0

    /// Returns the words of each direction.
    static func all(
      of directions: [Direction], in parts: [GuidelinePart], and all: [GuidelinePart], _ text: GuidelineText
    ) -> [Words] {
      let texts = directions.map { Set([$0.title] + $0.clauses.map(\.quote) + $0.uncovered.flatMap(\.texts)) }
      var counts: [String: Int] = [:]
      for words in texts.joined() { counts[words, default: 0] += 1 }
      return texts.map { texts in Words(of: texts, own: texts.filter { counts[$0] == 1 }, in: parts, and: all, text) }
    }

    private init(
      of texts: Set<String>, own: Set<String>, in parts: [GuidelinePart], and all: [GuidelinePart], _ text: GuidelineText
    ) {
      shares = [Double](repeating: 0, count: parts.count)
      coverages = shares
      var (total, ownTotal) = (0.0, 0.0)
      // Sums of figures depend on their order.
      for words in texts.sorted() {
        let length = Double(words.unicodeScalars.count)
        let found = parts.indices.filter { !UncoveredSpan.all(of: words, in: parts[$0].range, of: text).isEmpty }
        for part in found {
          shares[part] += length / Double(found.count)
          if own.contains(words) { coverages[part] += length }
        }
        total += length
        guard own.contains(words) else { continue }
        ownTotal += length
        if !found.isEmpty || all.contains(where: { !UncoveredSpan.all(of: words, in: $0.range, of: text).isEmpty }) {
          presence += length
        }
      }
      shares = shares.map { $0 / max(1, total) }
      coverages = coverages.map { $0 / max(1, ownTotal) }
      presence /= max(1, ownTotal)
    }
  }

  /// Assigns each direction to the part with most of its words, and each part to one direction.
  private mutating func assign(_ directions: [String], _ words: [Words], _ places: [Int]) {
    let numbers = places.map { parts[$0].number! }
    let homes = directions.map { numbers.firstIndex(of: $0) }
    var pairs: [(direction: Int, place: Int, share: Double)] = []
    for direction in directions.indices {
      let atHome = homes[direction].map { words[direction].shares[$0] } ?? 0
      for place in places.indices {
        let share = words[direction].shares[place]
        let isAway = place != homes[direction]
        if isAway, share <= 2 * atHome || words[direction].coverages[place] < Self.minimumCoverage { continue }
        // If the direction with this number still stands here, this part has the words of both.
        let host = directions.firstIndex(of: numbers[place])
        if isAway, let host, 2 * words[host].shares[place] >= share { continue }
        pairs.append((direction, place, share))
      }
    }
    pairs.sort { first, second in
      (second.share, first.direction, first.place) < (first.share, second.direction, second.place)
    }
    var assigned: [Int: Int] = [:]
    var taken: Set<Int> = []
    for pair in pairs where assigned[pair.direction] == nil && !taken.contains(pair.place) {
      // A direction without any of its words stays only if no other direction has its number.
      if pair.place == homes[pair.direction], pair.share == 0 { continue }
      assigned[pair.direction] = pair.place
      taken.insert(pair.place)
    }
    for (direction, home) in homes.enumerated() {
      if let home, assigned[direction] == nil, taken.insert(home).inserted { assigned[direction] = home }
    }
    for place in places.indices {
      let owner = assigned.first { $0.value == place }.map { directions[$0.key] }
      reassign(places[place], to: owner)
    }
    for (index, direction) in directions.enumerated() {
      if let place = assigned[index] {
        if place != homes[index] { moves.append((direction, numbers[place])) }
      } else if words[index].presence < Self.minimumCoverage {
        gone.append(direction)
      }
    }
  }

  /// Gives a part to another direction, or to none.
  private mutating func reassign(_ index: Int, to direction: String?) {
    let owner = direction.map { GuidelinePart.Owner.direction($0) } ?? .foreign
    guard owner != parts[index].owner else { return }
    parts[index].owner = owner
    let line = text.lines[text.lineIndex(of: parts[index].range.lowerBound)].range
    let title = manifest.directions.first { $0.heading.id == direction }?.heading.title ?? ""
    let found = text.occurrences(of: GuidelineText.normalised(title), in: line).first
    parts[index].heading = direction == nil ? [] : [line.lowerBound..<(found?.upperBound ?? line.upperBound)]
  }

  // MARK: Faults

  /// The fault that names all moves at once.
  private var movesFault: Diagnostic? {
    guard let first = moves.first else { return nil }
    let program = manifest.reference.id
    let changes = moves.map { "\($0.direction)=\($0.number)" }.joined(separator: " ")
    let list = sentences
    let (what, whatInEnglish) = (
      "方向" + list.map(\.chinese).joined(separator: "、"), "directions: " + list.map(\.english).joined(separator: ", ")
    )
    let drop = gone.isEmpty ? "" : "keping programs drop \(program) \(gone.joined(separator: " "))"
    return fault(
      of: first.direction, "directions-moved",
      Wording(
        what + "（标题和引文在那里）；改正的命令：" + (drop.isEmpty ? "" : "先 \(drop)，再 ")
          + "keping programs renumber \(program) \(changes)；以下按对应的方向核对",
        whatInEnglish + " (their titles and quotes stand there); to mend: " + (drop.isEmpty ? "" : "\(drop), then ")
          + "keping programs renumber \(program) \(changes); what follows is compared with these directions"))
  }

  /// The moves in words: two directions that have changed places, and new numbers.
  private var sentences: [Wording] {
    let numbers = Dictionary(moves.map { ($0.direction, $0.number) }, uniquingKeysWith: { first, _ in first })
    return moves.compactMap { direction, number in
      guard numbers[number] == direction else {
        return Wording("\(direction)似乎改为\(number)", "\(direction) seems to be \(number) now")
      }
      let isFirst = moves.first { $0.direction == direction || $0.direction == number }?.direction == direction
      return isFirst ? Wording("\(direction)与\(number)似乎对调了", "\(direction) and \(number) seem to have changed places") : nil
    }
  }

  /// The fault that names the directions whose words are nowhere.
  private var goneFault: Diagnostic? {
    guard let first = gone.first else { return nil }
    let list = gone.joined(separator: "、")
    let command = "keping programs drop \(manifest.reference.id) \(gone.joined(separator: " "))"
    return fault(
      of: first, "direction-gone",
      Wording(
        "指南中没有方向\(list)：标题和引文都找不到；取消了的，用 \(command) 去掉；标题写法不同的，用 heading 写明标题所在行的开头",
        "the guideline has no direction \(gone.joined(separator: ", ")): neither title nor quotes are found; if it was dropped, remove it with: \(command); if its heading is written otherwise, give the beginning of its line with 'heading'"
      ))
  }

  private func fault(of direction: String, _ code: String, _ wording: Wording) -> Diagnostic {
    let position = manifest.guideline.headings[direction]?.position
    return Diagnostic(path: manifest.path, line: position?.line, column: position?.column, code: code, wording)
  }
}

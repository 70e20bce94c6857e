import KepingCore
import KepingPrograms

/// The directions by the words that a clerk has for them.
struct DirectionNames {
  private let programs: Programs
  /// The ids that words were found to stand for.
  private var cache: [String: String] = [:]

  init(_ programs: Programs) { self.programs = programs }

  /// The id that a direction's words stand for: the id itself, its title, or both; the words themselves where they stand
  /// for none, or for several.
  mutating func id(_ text: String, year: Int?) -> String {
    let cacheKey = "\(year ?? 0) \(text)"
    if let id = cache[cacheKey] { return id }
    let found = find(text, year)
    // What people type is much the same; what an attacker types need not be kept.
    if cache.count < 1000 { cache[cacheKey] = found }
    return found
  }

  private func find(_ text: String, _ year: Int?) -> String {
    let headings = programs.entries.filter { year == nil || $0.plugin.manifest.year == year }
      .flatMap { $0.plugin.manifest.directions.map(\.heading) }
    if headings.contains(where: { $0.id == text }) { return text }
    let key = Heading.key(text)
    // 项目类型4方向1 and 方向4.1 are ways to write 4.1.
    let directionNumber = Self.directionNumber(key)
    var found: Set<String> = []
    for heading in headings {
      let id = Heading.key(heading.id)
      let title = Heading.key(heading.title)
      if key == title || directionNumber == id || key == title + "(\(id))" { found.insert(heading.id) }
      if key.hasSuffix(title) {
        // 4.1 or 方向1 before the title, and what may stand between.
        let before = String(key.dropLast(title.count))
        let directionNumber = Self.directionNumber(before)
        let isOrdinal = before.hasPrefix("方向") && directionNumber == id.drop { $0 != "." }.dropFirst()
        if directionNumber == id || isOrdinal { found.insert(heading.id) }
      }
    }
    return found.count == 1 ? found.first ?? text : text
  }

  /// A number such as 4.1 out of 项目类型4方向1, 方向四.一 and the like.
  private static func directionNumber(_ text: String) -> String {
    let digits = Array("〇一二三四五六七八九")
    let plain = String(
      text.replacing("项目类型", with: "").replacing("类型", with: "").replacing("方向", with: ".").map { character in
        digits.firstIndex(of: character).map { Character(String($0)) } ?? character
      })
    return trimmed(plain.replacing("..", with: "."))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, ".:-_、—".contains(first) { text.removeFirst() }
    while let last = text.last, ".:-_、—".contains(last) { text.removeLast() }
    return String(text)
  }
}

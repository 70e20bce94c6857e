/// The names of the divisions that exist now.
struct DivisionNames: Sendable {
  /// A division with the divisions that contain it.
  private struct Division {
    let code: String
    let name: Bytes
    /// The index of the province; nil for a province.
    var province: Int?
    /// The index of the prefecture; nil for a province, a prefecture, and a county that belongs to a province directly.
    var prefecture: Int?
  }

  private var divisions: [Division] = []
  /// The divisions with a full name.
  private var byName: [Bytes: [Int]] = [:]
  /// The divisions with a shortened name.
  private var byShortName: [Bytes: [Int]] = [:]

  /// Reads the names from ``text``.
  init() {
    var province: Int?
    var prefecture: Int?
    var group = ""
    for token in Self.text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let digits = String(decoding: token.prefix { $0 < 0x80 }, as: UTF8.self)
      let name = Bytes(token.dropFirst(digits.utf8.count))
      let index = divisions.count
      switch digits.utf8.count {
      case 6:
        (province, prefecture, group) = (index, nil, "")
        divisions.append(Division(code: digits, name: name))
      case 4:
        (prefecture, group) = (name.isEmpty ? nil : index, digits)
        if !name.isEmpty { divisions.append(Division(code: digits + "00", name: name, province: province)) }
      default: divisions.append(Division(code: group + digits, name: name, province: province, prefecture: prefecture))
      }
    }
    for (index, division) in divisions.enumerated() {
      byName[division.name, default: []].append(index)
      for short in DivisionName.shortened(division.name) { byShortName[short, default: []].append(index) }
    }
  }

  /// Returns the codes of the divisions that a name may mean, in ascending order.
  func codes(named name: String) -> [String] {
    // The longest name in the register, with its province and prefecture, has fewer bytes.
    guard name.utf8.count <= 200 else { return [] }
    let name = DivisionName.normalised(name)
    let full = divisions(in: byName, named: name)
    return (full.isEmpty ? divisions(in: byShortName, named: name) : full).map { divisions[$0].code }.sorted()
  }

  /// Returns the name of a division with the names of the divisions that contain it, or nil if no division has the code.
  func fullName(of code: String) -> String? {
    guard let division = divisions.first(where: { $0.code == code }) else { return nil }
    let names = [division.province, division.prefecture].compactMap { $0 }.map { divisions[$0].name } + [division.name]
    return String(decoding: names.joined(), as: UTF8.self)
  }

  /// Returns the divisions whose name in a table ends a text, if the text before it names divisions that contain them.
  private func divisions(in table: [Bytes: [Int]], named text: Bytes) -> [Int] {
    if let found = table[text] { return found }
    var found: [Int] = []
    let size = DivisionName.characterSize
    for start in stride(from: 2 * size, to: text.count, by: size) {
      guard let named = table[Bytes(text[start...])] else { continue }
      found += named.filter { contains(divisions[$0], after: text[..<start]) }
    }
    return found
  }

  /// Returns whether a text consists of the names of the province and prefecture of a division, or of one of them.
  private func contains(_ division: Division, after text: ArraySlice<UInt8>) -> Bool {
    guard let province = division.province else { return false }
    for name in names(province) + [[]] where text.starts(with: name) {
      let rest = Bytes(text.dropFirst(name.count))
      // A municipality may stand in place of its prefecture, too: 北京市北京市朝阳区.
      if rest.isEmpty || names(division.prefecture ?? province).contains(rest) { return true }
    }
    return false
  }

  /// Returns the full name and the shortened names of a division.
  private func names(_ index: Int) -> [Bytes] {
    [divisions[index].name] + DivisionName.shortened(divisions[index].name)
  }
}

import Foundation
import Testing

@Suite("The list of plans can be that of one year")
struct PlansTests {
  /// Runs `keping plans` with a folder of the shipped programs and a copy of one of them for the next year.
  private func plans(_ arguments: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let setUp = """
      cp -r Plugins "$FOLDER" && cp -r Plugins/jili-2024 "$FOLDER/jili-2025" &&
      sed -i 's/^id: jili-2024/id: jili-2025/; s/^year: 2024/year: 2025/' "$FOLDER/jili-2025/plugin.yaml" &&
      printf 'programs: { jili-2024: on, jili-2025: on }\\n' > "$FOLDER/keping.yaml" &&
      exec keping plans --plugins "$FOLDER" --config "$FOLDER/keping.yaml" \(arguments)
      """
    return try EvaluateTests.run(setUp, ["FOLDER": folder.path])
  }

  @Test(
    "Without --year all years are listed, with it only that one",
    arguments: [
      ("", ["jili-2024", "jili-2025", "jianfeng-2024"], []), ("--year 2024", ["jili-2024", "jianfeng-2024"], ["jili-2025"]),
      ("--year 2025", ["jili-2025"], ["jili-2024", "jianfeng-2024"]), ("4.1", ["2024年度", "2025年度"], []),
      ("4.1 --year 2025", ["2025年度", "4.1/condition/1"], ["2024年度"]),
      ("4.1 --year 2026", ["no program is for 2026, only for 2024, 2025"], ["4.1/condition/1"]),
      ("1.1 --year 2025", ["no direction '1.1'"], ["1.1/target/1"]),
    ])
  func years(_ arguments: String, _ present: [String], _ absent: [String]) throws {
    let text = try plans(arguments)
    for words in present { #expect(text.contains(words), "\(words): \(text.prefix(2000))") }
    for words in absent { #expect(!text.contains(words), "\(words)") }
  }
}

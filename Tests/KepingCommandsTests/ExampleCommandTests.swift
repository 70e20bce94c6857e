import Foundation
import Testing

@Suite("A filled table becomes the examples of a plugin")
struct ExampleCommandTests {
  private static let rows = """
    申报编号,年度,方向,项目名称,申报单位,单位类型,统一社会信用代码,2023年研发投入（万元）,经济效益（万元）,负责人
    X-1,2024,4.1,窑炉,甲公司,企业,,318,720,张三
    X-2,2024,4.1,模具,乙公司,企业,,80,很多,李四
    X-3,2024,9.9,别的,丙公司,企业,,80,1,王五
    """

  /// Runs `keping programs example` on the table in a temporary folder that `$FOLDER` names.
  private func run(_ command: String, _ table: String = rows) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try table.write(to: folder.appendingPathComponent("填好的.csv"), atomically: true, encoding: .utf8)
    return try EvaluateTests.run(command, ["FOLDER": folder.path])
  }

  @Test("Applications that can be evaluated are written, and the others are named with the reason")
  func rows() throws {
    let text = try run(
      "keping programs example \"$FOLDER/填好的.csv\" -o \"$FOLDER/例.json\"; echo \"status $?\"; cat \"$FOLDER/例.json\"")
    #expect(text.contains("'X-2' cannot become an example") && text.contains("'X-3' cannot become an example"))
    #expect(text.contains("1 example, 3 names replaced") && text.contains("status 2"))
    #expect(text.contains(#""rdExpense": {"2023": 3180000}"#), "\(text)")
    #expect(text.contains("示例单位1（虚构）") && !text.contains("甲公司") && !text.contains("张三"))
  }

  @Test("The examples have the same verdict as the table")
  func verdicts() throws {
    let table = Self.rows.split(separator: "\n").prefix(2).joined(separator: "\n")
    let text = try run(
      """
      keping programs example "$FOLDER/填好的.csv" -o "$FOLDER/例.json" &&
      keping evaluate "$FOLDER/例.json" > "$FOLDER/1" ; keping evaluate "$FOLDER/填好的.csv" > "$FOLDER/2"
      for file in 1 2; do sed 's/.*"verdict"/"verdict"/; s/"evidence":[^]]*]//g' "$FOLDER/$file"; done | sort -u | wc -l
      """, table)
    #expect(text.split(separator: "\n").last?.trimmingCharacters(in: .whitespaces) == "1", "\(text)")
  }

  @Test("JSON, and a table without applications, are refused")
  func refused() throws {
    #expect(try run("keping programs example Plugins/jili-2024/examples/4.1.json").contains("[not-a-table]"))
    let heading = String(Self.rows.prefix { $0 != "\n" })
    #expect(try run("keping programs example \"$FOLDER/填好的.csv\"", heading).contains("error:"))
  }
}

import Testing

@Suite("A shell completes names from the plugin folder")
struct CompletionTests {
  @Test(
    "Directions, programs, plans and verdicts are offered",
    arguments: [
      ("plans -- positional@0 0 0", "4.1"), ("template -- positional@0 0 0", "8.1"), ("template -- --plan 0 0", "jili"),
      ("programs show -- positional@0 0 0", "zhuji-2024"), ("programs check -- positional@0 0 0", "jili-2024"),
      ("programs enable -- positional@0 0 0", "jili-2024"), ("evaluate -- --only 0 0", "supplement"),
      ("programs renumber -- positional@0 0 0", "jili-2024"), ("programs renumber -- positional@1 0 0", "5.1="),
      ("programs drop -- positional@0 0 0", "jili-2024"), ("programs drop -- positional@1 0 0", "5.3"),
    ])
  func offered(_ request: String, _ expected: String) throws {
    let lines = try EvaluateTests.run("keping ---completion \(request)", [:]).split(separator: "\n")
    #expect(lines.contains(Substring(expected)), "\(lines)")
    #expect(lines.count == Set(lines).count)
  }

  @Test("Without a plugin folder nothing is offered or said")
  func nothing() throws {
    let output = try EvaluateTests.run("cd /; keping ---completion plans -- positional@0 0 0; echo $?", [:])
    #expect(output == "0\n")
  }

  @Test("The scripts know formats and encodings")
  func script() throws {
    let script = try EvaluateTests.run("keping --generate-completion-script bash", [:])
    for word in ["markdown", "gb18030", "xlsx", "ongoing"] { #expect(script.contains(word)) }
  }
}

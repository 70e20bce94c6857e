import Foundation
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@Suite("A child process that does not keep to the protocol is a failure of the plugin")
struct FalseChildTests {
  /// Loads a plugin in an isolated process that runs a shell script, whose standard input is the channel.
  ///
  /// Unless the script ends the process, it then waits until the parent does.
  private func load(_ script: String) throws -> (LoadFailure?, IsolatedWorker) {
    let child = "#!/bin/sh\nexec >&0\n\(script)\nexec cat >/dev/null\n"
    let plugin = try TemporaryPlugin("direction { '1.1' }", files: ["child": child])
    let file = plugin.folder.appendingPathComponent("child").path
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
    let worker = IsolatedWorker(Isolation(executable: FilePath(file)), memory: 1 << 30)
    let loaded = try Plugin(FilePath(plugin.folder.path))
    return (#expect(throws: LoadFailure.self) { try PluginProgram(loaded, isolatedIn: worker) }, worker)
  }

  /// A frame that says that the kernel filters system calls.
  private static let hello = "printf '\\005\\000\\000\\000\\000\\000\\000\\000\\000'\n"

  @Test(
    "Its load fails with the reason",
    arguments: [
      ("exit 3", "退出状态3"), ("kill -9 $$", "信号SIGKILL"), ("exit 86", "内存不足"), ("printf '\\377\\377\\377\\377'", "答复有误"),
      ("printf '\\001\\000\\000\\000\\000'", "答复有误"), ("printf '\\001\\000\\000\\000\\001'", "答复有误"),
      ("printf '\\000\\000\\000\\000'", "答复有误"), ("printf '\\001\\000'; exit 5", "退出状态5"),
      (hello + "exit 6", "退出状态6"), (hello + "printf '\\001\\000\\000\\000\\004'", "答复有误"),
      (hello + "printf '\\011\\000\\000\\000\\003\\377\\377\\377\\377\\377\\377\\377\\377'", "答复有误"),
      (hello + "printf '\\003\\000\\000\\000\\001\\000\\377'", "答复有误"),
      (hello + "printf '\\001\\000\\000\\000\\005'", "答复有误"),
      (hello + "printf '\\012\\000\\000\\000\\003\\000\\000\\000\\000\\000\\000\\000\\000\\001'", "答复有误"),
    ])
  func refused(_ script: String, _ reason: String) throws {
    let failure = try #require(try load(script).0)
    #expect(failure.failure.kind == .crash && failure.failure.phase == .load && failure.failure.budget.spent == nil)
    #expect(
      failure.diagnostic.code == "plugin-failed" && failure.diagnostic.wording.chinese.contains(reason), "\(failure.diagnostic)")
  }

  @Test("An executable that does not exist is a failure, too")
  func absent() throws {
    let plugin = try TemporaryPlugin("direction { '1.1' }")
    let worker = IsolatedWorker(Isolation(executable: "/nowhere/keping"), memory: 1 << 30)
    let loaded = try Plugin(FilePath(plugin.folder.path))
    let failure = #expect(throws: LoadFailure.self) { try PluginProgram(loaded, isolatedIn: worker) }
    #expect(failure?.failure.kind == .crash)
  }

  @Test("A kernel without a filter of system calls is remarked")
  func remark() throws {
    let (_, worker) = try load("printf '\\005\\000\\000\\000\\000\\026\\000\\000\\000'; exit 0")
    #expect(worker.remark?.code == "no-seccomp" && worker.remark?.isRemark == true)
  }
}

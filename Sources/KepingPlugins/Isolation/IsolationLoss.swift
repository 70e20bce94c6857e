import CIsolation
import KepingCore

/// Why an isolated process was lost.
enum IsolationLoss: Error, Equatable {
  /// It could not be started; the payload is the system's error number.
  case unstartable(Int32)
  /// It has ended, for a reason that is not known yet.
  case ended
  /// A signal with this number ended it.
  case signal(Int32)
  /// It exited with this status.
  case exit(Int32)
  /// It had no memory left.
  case memory
  /// It sent something that it must not send.
  case damaged
  /// It took more processor time than the limit allows, and was ended.
  case time
  /// It waited although it had something to do, and was ended.
  case silent

  /// Creates the loss of a process that has ended, from the result of `ki_end`.
  init(status: Int32) {
    self =
      switch status {
      case ..<0: .signal(-status)
      case KI_OUT_OF_MEMORY: .memory
      default: .exit(status)
      }
  }

  /// What ended the process, for people.
  var wording: Wording {
    switch self {
    case .unstartable(let error): return Wording("无法启动，系统错误\(error)", "it could not be started, system error \(error)")
    case .ended: return Wording("原因不明", "for an unknown reason")
    // The kernel sends SIGKILL if the machine has no memory left.
    case .signal(9): return Wording("信号SIGKILL，可能是系统内存不足", "signal SIGKILL, perhaps because the machine is out of memory")
    case .signal(let number):
      let name = unsafe ki_signal_name(number).map { unsafe String(cString: $0) } ?? "\(number)"
      return Wording("信号\(name)", "signal \(name)")
    case .exit(let status): return Wording("退出状态\(status)", "exit status \(status)")
    case .memory: return Wording("内存不足", "out of memory")
    case .damaged: return Wording("答复有误", "its answer was wrong")
    case .time: return Wording("超出时间", "it took too long")
    case .silent: return Wording("没有答复", "it did not answer")
    }
  }

  /// The message of an application whose function was running.
  var callWording: String { "运行插件的隔离进程意外中止（\(wording.chinese)），本申报书没有评审；其余申报书不受影响" }

  /// The message of a program that was loading.
  var loadWording: Wording {
    Wording(
      "运行插件的隔离进程在加载时意外中止（\(wording.chinese)）",
      "the isolated process ended while the plugin was loaded (\(wording.english))")
  }
}

import CIsolation

/// One end of the socket between a process and its isolated child, through which frames pass.
///
/// A frame is the length of its content in 4 bytes, least significant first, and the content.
final class IsolationChannel {
  let descriptor: Int32
  /// What was received: the bytes from `start` up to `end` belong to frames that were not taken yet.
  private var bytes = [UInt8](repeating: 0, count: 4096)
  private var start = 0
  private var end = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Sends a frame.
  ///
  /// - Parameter wait: called whenever the other process has taken nothing for a quarter of a second.
  /// - Throws: ``IsolationLoss`` if the other process has ended, or what `wait` throws.
  func send(_ frame: FrameWriter, _ wait: () throws(IsolationLoss) -> Void) throws(IsolationLoss) {
    var sent = 0
    let content = frame.frame
    while sent < content.count {
      let count = unsafe content.withUnsafeBytes { unsafe ki_send(descriptor, $0.baseAddress! + sent, content.count - sent) }
      switch count {
      case 0...: sent += Int(count)
      case Int64(KI_WAITING): try wait()
      default: throw .ended
      }
    }
  }

  /// Receives a frame.
  ///
  /// Memory is taken for what has arrived, not for what the length promises.
  ///
  /// - Parameters:
  ///   - limit: the greatest length of the content.
  ///   - wait: called whenever nothing has arrived for a quarter of a second.
  /// - Throws: ``IsolationLoss`` if the other process has ended or the frame is too long, or what `wait` throws.
  func receive(atMost limit: Int, _ wait: () throws(IsolationLoss) -> Void) throws(IsolationLoss) -> FrameReader {
    try receive(4, wait)
    var length = 0
    for index in 0..<4 { length |= Int(bytes[start + index]) << (8 * index) }
    guard length <= limit else { throw .damaged }
    try receive(4 + length, wait)
    let content = start + 4..<start + 4 + length
    start = content.upperBound
    return FrameReader(bytes, content)
  }

  /// Receives until there are at least `count` bytes from `start` on.
  private func receive(_ count: Int, _ wait: () throws(IsolationLoss) -> Void) throws(IsolationLoss) {
    if start == end { (start, end) = (0, 0) }
    while end - start < count {
      if end == bytes.count {
        if start > 0 {
          bytes.removeSubrange(0..<start)
          (start, end) = (0, end - start)
        }
        let free = min(max(bytes.count, 4096), 1 << 20)
        bytes.append(contentsOf: repeatElement(0, count: free))
      }
      let end = end
      let received = unsafe bytes.withUnsafeMutableBytes { unsafe ki_receive(descriptor, $0.baseAddress! + end, $0.count - end) }
      switch received {
      case 1...: self.end += Int(received)
      case Int64(KI_WAITING): try wait()
      default: throw .ended
      }
    }
  }
}

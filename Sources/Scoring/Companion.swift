import CHost

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that runs on a thread of its own while the caller goes on, so that a hook reads both versions in the time of one.
///
/// A task would do the same, but needs a runtime whose start costs a hook more than it gains.
final class Companion<Value: Sendable> {
  /// What the thread leaves; the thread holds on to it, and it is read only after the thread has ended.
  private final class Result: @unchecked Sendable {
    var value: Value?
  }

  private let result = Result()
  private let work: @Sendable () -> Value
  private var thread: pthread_t?

  /// Starts `work`; where no thread can be had, or none `isWanted`, it runs in `join`.
  init(isWanted: Bool = true, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    guard isWanted else { return }
    let errand = Unmanaged.passRetained(Errand { [result] in result.value = work() })
    var thread = pthread_t(bitPattern: 0)
    if editorial_create_thread_elsewhere(&thread, runErrand, errand.toOpaque()) == 0 {
      self.thread = thread
    } else {
      errand.release()
    }
  }

  deinit { wait() }

  /// Waits for the work and returns what it made.
  func join() -> Value {
    wait()
    if let value = result.value { return value }
    let value = work()
    result.value = value
    return value
  }

  private func wait() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }
}

/// What a thread is handed.
private final class Errand {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

private func runErrand(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<Errand>.fromOpaque(context).takeRetainedValue().run()
  return nil
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that runs on a thread of its own while the caller goes on, so that a hook reads both versions in the time of one.
///
/// A task would do the same, but needs a runtime whose start costs a hook more than it gains.
final class Companion<Value: Sendable>: @unchecked Sendable {
  private var value: Value?
  private var thread: pthread_t?
  private let work: @Sendable () -> Value

  /// Starts `work`; where no thread can be had, it runs in `join`.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    let errand = Errand { [unowned self] in value = work() }
    var thread = pthread_t(bitPattern: 0)
    let context = Unmanaged.passRetained(errand)
    let failure = pthread_create(&thread, nil, runErrand, context.toOpaque())
    if failure == 0 { self.thread = thread } else { context.release() }
  }

  /// Waits for the work and returns what it made. To be called once, before the companion goes.
  func join() -> Value {
    if let thread { pthread_join(thread, nil) }
    thread = nil
    return value ?? work()
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

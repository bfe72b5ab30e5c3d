import CHost

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread that does what it is handed, one thing after the other, while whoever hands it goes on.
///
/// It ends after the last of its errands when nobody holds the colleague any more. Nobody waits for it: the process may end
/// before it does. A task would do the same, but needs a runtime whose start costs a hook more than it gains.
final class Colleague: Sendable {
  private let tray = Tray()

  /// - Parameter pastime: what the thread does, one thing after the other, while nobody hands it anything.
  /// - Returns: `nil` when no thread can be had; with a pastime, also when there is no other core.
  init?(pastime: [Errand] = []) {
    tray.pastime = pastime
    let tray = Unmanaged.passRetained(tray)
    if editorial_start_thread(work, tray.toOpaque(), pastime.isEmpty ? 0 : 1) != 0 {
      tray.release()
      return nil
    }
  }

  deinit { tray.close() }

  /// Work whose outcome is a change that whoever waits may see.
  typealias Errand = @Sendable () -> @Sendable () -> Void

  /// Returns at once; the errand begins when those before it are done.
  func hand(_ errand: @escaping Errand) { tray.put(errand) }

  /// Waits until the change of an errand ends what `isMissing` says.
  func wait(while isMissing: () -> Bool) { tray.wait(while: isMissing) }
}

private func work(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let tray = Unmanaged<Tray>.fromOpaque(context).takeRetainedValue()
  while let errand = tray.next() { tray.finish(errand) }
  return nil
}

/// What a colleague has to do; whoever touches it holds its lock.
private final class Tray: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var errands: [Colleague.Errand] = []
  private var isClosed = false
  /// Set before the thread starts; it alone takes from it.
  var pastime: [Colleague.Errand] = []

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  func put(_ errand: @escaping Colleague.Errand) {
    pthread_mutex_lock(mutex)
    errands.append(errand)
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  func wait(while isMissing: () -> Bool) {
    pthread_mutex_lock(mutex)
    while isMissing() { pthread_cond_wait(changed, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// Waits for an errand; `nil` when none will come.
  func next() -> Colleague.Errand? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if !errands.isEmpty { return errands.removeFirst() }
      if isClosed { return nil }
      if !pastime.isEmpty { return pastime.removeFirst() }
      pthread_cond_wait(changed, mutex)
    }
  }

  /// Does an errand, and tells those who wait for it.
  func finish(_ errand: Colleague.Errand) {
    let change = errand()
    pthread_mutex_lock(mutex)
    change()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }
}

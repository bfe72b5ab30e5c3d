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

  deinit { dismiss() }

  /// Lets the thread end when it has done what it was handed. A process is not over before its threads are, and one that
  /// sleeps has to be woken for that.
  func dismiss() { tray.close() }

  /// Work whose outcome is a change that whoever waits may see.
  typealias Errand = @Sendable () -> @Sendable () -> Void

  /// Returns at once, with the errand's number; it begins when those before it are done.
  func hand(_ errand: @escaping Errand) -> Int { tray.put(errand) }

  /// Whether an errand had not begun; then it never will.
  func takeBack(_ errand: Int) -> Bool { tray.remove(errand) }

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
  private var errands: [(number: Int, errand: Colleague.Errand)] = []
  private var handed = 0
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

  func put(_ errand: @escaping Colleague.Errand) -> Int {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    handed += 1
    errands.append((handed, errand))
    pthread_cond_broadcast(changed)
    return handed
  }

  func remove(_ number: Int) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard let place = errands.firstIndex(where: { $0.number == number }) else { return false }
    errands.remove(at: place)
    return true
  }

  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  func wait(while isMissing: () -> Bool) {
    watch(while: isMissing)
    pthread_mutex_lock(mutex)
    while isMissing() { pthread_cond_wait(changed, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// Looks again and again, for as long as it may take to be woken: a core that has gone to sleep may need a millisecond
  /// for that, a guest's more.
  private func watch(while isMissing: () -> Bool) {
    let end = Self.nanoseconds() + Self.patience
    repeat {
      pthread_mutex_lock(mutex)
      let isDone = !isMissing()
      pthread_mutex_unlock(mutex)
      if isDone { return }
      sched_yield()
    } while Self.nanoseconds() < end
  }

  /// In nanoseconds.
  private static let patience = 2_000_000

  private static func nanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }

  /// Waits for an errand; `nil` when none will come.
  func next() -> Colleague.Errand? {
    watch { errands.isEmpty && !isClosed && pastime.isEmpty }
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if !errands.isEmpty { return errands.removeFirst().errand }
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

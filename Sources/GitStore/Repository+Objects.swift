import CGit2

extension Repository {
  /// The kinds of git objects.
  package enum ObjectKind: Hashable, Sendable {
    case blob, tree, commit, tag
  }

  /// Returns the kind and the size in bytes of an object, without reading all of it; nil when it is not there.
  package func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int)? {
    let database = try databaseHandle()
    var raw = id.raw
    var size = 0
    var type = GIT_OBJECT_ANY
    guard try unsafe checkFound(git_odb_read_header(&size, &type, database.pointer, &raw), "read object", id.hex) else {
      return nil
    }
    switch type {
    case GIT_OBJECT_BLOB: return (.blob, size)
    case GIT_OBJECT_TREE: return (.tree, size)
    case GIT_OBJECT_COMMIT: return (.commit, size)
    case GIT_OBJECT_TAG: return (.tag, size)
    default: throw GitError(.damaged, "read object", id.hex, "it is of no known kind")
    }
  }

  /// Returns the size of a blob in bytes, without reading it.
  ///
  /// - Throws: `notFound`, also for a blob that a partial clone left at a server and that cannot be had; `wrongType`.
  package func blobSize(_ id: ObjectID) throws(GitError) -> Int {
    var header = try header(of: id)
    if header == nil, try fetchPromised(id) { header = try self.header(of: id) }
    guard let found = header else {
      throw GitError(.notFound, "read blob", id.hex, "there is no such object")
    }
    guard found.kind == .blob else { throw GitError(.wrongType, "read blob", id.hex, "it is no blob") }
    return found.size
  }

  /// Returns the content of a blob.
  ///
  /// - Parameter limit: the greatest size in bytes that is read at all.
  /// - Throws: `tooLarge`, before reading; `notFound`; `wrongType`.
  package func blob(_ id: ObjectID, limit: Int = .max) throws(GitError) -> [UInt8] {
    if limit < .max {
      let size = try blobSize(id)
      guard size <= limit else { throw GitError(.tooLarge, "read blob", id.hex, "it has \(size) bytes") }
    }
    return try content(of: id, GIT_OBJECT_BLOB, "read blob").array
  }

  /// Stores a blob and returns its id. No ref names it yet, so git may remove it after some weeks.
  package func writeBlob(_ content: [UInt8]) throws(GitError) -> ObjectID {
    var raw = git_oid()
    try unsafe check(git_blob_create_from_buffer(&raw, pointer, content, content.count), "write blob")
    return ObjectID(raw)
  }

  /// Returns the bytes of an object of one type.
  func content(of id: ObjectID, _ type: git_object_t, _ operation: StaticString) throws(GitError) -> RawBytes {
    let database = try databaseHandle()
    var raw = id.raw
    var found = try unsafe Handle<StoredObject>.find(operation, id.hex) {
      unsafe git_odb_read(&$0, database.pointer, &raw)
    }
    if found == nil, try fetchPromised(id) {
      try unsafe check(git_odb_refresh(database.pointer), operation, id.hex)
      found = try unsafe Handle<StoredObject>.find(operation, id.hex) {
        unsafe git_odb_read(&$0, database.pointer, &raw)
      }
    }
    guard let object = found else {
      throw GitError(
        .notFound, operation.description, id.hex,
        try hasPromises()
          ? "this partial clone does not have it, and it could not be fetched" : "there is no such object")
    }
    guard unsafe git_odb_object_type(object.pointer) == type else {
      throw GitError(.wrongType, operation.description, id.hex, "the object is of another kind")
    }
    return RawBytes(object)
  }

  func databaseHandle() throws(GitError) -> Handle<DatabaseObject> {
    try unsafe Handle("open objects", commonDirectory) { unsafe git_repository_odb(&$0, pointer) }
  }
}

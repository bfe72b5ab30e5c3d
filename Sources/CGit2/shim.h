// What Swift needs of libgit2: its public headers, three of its extension headers, and its variadic options.
#ifndef EDITORIAL_CGIT2_H
#define EDITORIAL_CGIT2_H

#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/repository.h>

// Ignoring these is safe: a second configuration file that the caller reads itself, a promise of other tools not to
// delete objects, blobs that may be missing, paths of linked work trees. The values of the last two are looked at
// after opening.
static inline int editorial_git2_allow_extensions(void) {
  const char *names[] = {"worktreeconfig",    "preciousobjects", "partialclone",
                         "relativeworktrees", "objectformat",    "refstorage"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof *names);
}

static inline int editorial_git2_set_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int editorial_git2_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

#endif

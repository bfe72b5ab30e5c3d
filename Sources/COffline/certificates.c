// For libgit2 as a shared library.
//
// Debian's libgit2 parses the certificates of every authority the machine trusts when it starts: four of the seven
// milliseconds that a hook would otherwise spend on libgit2, for connections that this program never makes.
//
// The dynamic linker finds a function in the program before it looks in a library, so these stand in for those of
// mbedTLS. They load nothing and report success; a connection, if one were ever tried, would trust nobody and fail.
// Where libgit2 is built with another TLS library they are never called.

#include "offline.h"

#ifndef EDITORIAL_LINKS_LIBGIT2_ARCHIVE

__attribute__((visibility("default"))) int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}

__attribute__((visibility("default"))) int mbedtls_x509_crt_parse_path(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}

#endif

// For libgit2 1.5 as an archive.
//
// Loading what libgit2's shared library needs to reach other machines (Kerberos, SSH, TLS, HTTP: sixteen libraries) is
// half of the time that a hook spends before it starts to work. This program reaches no other machine. So the files of
// libgit2 that do are replaced as a whole: the linker takes a file out of an archive only for a name that nothing
// defines yet, and here is every name that the rest of libgit2 asks them for. It would report a name that is missing or
// defined twice.
//
// Only whole files are replaced, and none of the foreign libraries' functions but the last one: libgit2 relies on those
// to fill in what it allocates, and frees what they put there.

#include "offline.h"

#ifdef EDITORIAL_LINKS_LIBGIT2_ARCHIVE

#include <stdbool.h>
#include <stddef.h>

static const int done = 0;
static const int failed = -1;

// streams/mbedtls.c
int git_mbedtls_stream_global_init(void) { return done; }

int git_mbedtls__set_cert_location(const char *path, int is_folder) {
  (void)path;
  (void)is_folder;
  return failed;
}

int git_mbedtls_stream_new(void **stream, const char *host, const char *port) {
  (void)stream;
  (void)host;
  (void)port;
  return failed;
}

int git_mbedtls_stream_wrap(void **stream, void *inner, const char *host) {
  (void)stream;
  (void)inner;
  (void)host;
  return failed;
}

// transports/ssh.c
int git_transport_ssh_global_init(void) { return done; }

int git_smart_subtransport_ssh(void **transport, void *owner, void *parameter) {
  (void)transport;
  (void)owner;
  (void)parameter;
  return failed;
}

// transports/http.c, and with it the client, Kerberos and NTLM
bool git_http__expect_continue = false;

int git_smart_subtransport_http(void **transport, void *owner, void *parameter) {
  (void)transport;
  (void)owner;
  (void)parameter;
  return failed;
}

// http-parser, from libgit2's net.c, whose other functions are needed: no text is a URL.
int http_parser_parse_url(const char *text, size_t length, int is_connect, void *parts) {
  (void)text;
  (void)length;
  (void)is_connect;
  (void)parts;
  return 1;
}

#endif

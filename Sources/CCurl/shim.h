#ifndef EDITORIAL_CCURL_H
#define EDITORIAL_CCURL_H
#include <curl/curl.h>

// What takes any number of arguments cannot be called from Swift.

static inline CURLcode editorial_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode editorial_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode editorial_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*editorial_curl_writer)(char *, size_t, size_t, void *);

static inline CURLcode editorial_curl_set_writer(CURL *handle, editorial_curl_writer writer) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, writer);
}

typedef curl_socket_t (*editorial_curl_opener)(void *, curlsocktype, struct curl_sockaddr *);

static inline CURLcode editorial_curl_set_opener(CURL *handle, editorial_curl_opener opener, void *value) {
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, value);
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, opener);
}

static inline const struct sockaddr *editorial_curl_address(const struct curl_sockaddr *address) {
  return &address->addr;
}

static inline long editorial_curl_number(CURL *handle, CURLINFO info) {
  long value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

static inline const char *editorial_curl_text(CURL *handle, CURLINFO info) {
  char *value = NULL;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

// The result is in a union.
static inline CURLcode editorial_curl_result(const CURLMsg *message) { return message->data.result; }
#endif

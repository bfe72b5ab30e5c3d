// Nothing to call: linking this target is its whole effect. See tls_stub.c.
#ifndef EDITORIAL_TLS_STUB_H
#define EDITORIAL_TLS_STUB_H
#endif

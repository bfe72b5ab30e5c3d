// Nothing to call: linking this target is its whole effect. See certificates.c and network.c.
#ifndef EDITORIAL_OFFLINE_H
#define EDITORIAL_OFFLINE_H
#endif

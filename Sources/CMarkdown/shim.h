#ifndef EDITORIAL_CMARKDOWN_H
#define EDITORIAL_CMARKDOWN_H
#include <md4c.h>
#endif

#ifndef EDITORIAL_CGIT2_H
#define EDITORIAL_CGIT2_H
#include <git2.h>
#endif

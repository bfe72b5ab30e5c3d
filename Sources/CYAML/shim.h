#ifndef EDITORIAL_CYAML_H
#define EDITORIAL_CYAML_H
#include <yaml.h>
#endif

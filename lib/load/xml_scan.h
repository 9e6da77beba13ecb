/* SPDX-License-Identifier: MIT */
/* What is refused before a parser sees it. */
#ifndef OGBV_LOAD_XML_SCAN_H
#define OGBV_LOAD_XML_SCAN_H

#include "load/xml.h"

/* 0 and a fault when the bytes are refused. */
int ogbv__xml_scan(const char *bytes, size_t n, struct ogbv__xml_fault *fault);

/* Notes why a document is refused; the first reason stands. */
void ogbv__xml_refuse(struct ogbv__xml_fault *fault, int32_t code, int32_t line, const char *text);

#endif

/* SPDX-License-Identifier: MIT */
#include <ogbv/report.h>
#include "core/error.h"
ogbv_status ogbv_report_write_html(const ogbv_report *report, const char *lang,
                                   ogbv_write_fn write, void *payload, ogbv_error **error)
{(void)report;(void)lang;(void)write;(void)payload;return ogbv__fail_invalid(error);}

/* SPDX-License-Identifier: MIT */
/* The version of the library at run time. The numbers themselves have one home: configure.ac. */
#include <ogbv/version.h>

const char *ogbv_version(void)
{
    return OGBV_VERSION_STRING;
}

int32_t ogbv_version_number(void)
{
    return OGBV_VERSION_NUMBER;
}

int32_t ogbv_data_format(void)
{
    return OGBV_DATA_FORMAT;
}

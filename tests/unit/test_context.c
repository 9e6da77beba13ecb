/* SPDX-License-Identifier: MIT */
/* Protects: memory comes from the caller's allocator only, and the last reference frees. */
#include "unit.h"

#include "core/context.h"
#include "failing.h"

#include <ogbv/version.h>

START_TEST(the_last_reference_frees)
{
    struct failing failing = { 0 };
    ogbv_context *context = NULL;
    ck_assert_int_eq(ogbv_context_new(failing_resize, &failing, &context, NULL), OGBV_OK);
    ck_assert_ptr_eq(ogbv_context_ref(context), context);
    ogbv_context_unref(context);
    ck_assert_uint_eq(failing.alive, 1);
    ogbv_context_unref(context);
    ck_assert(failing_is_clean(&failing));
}
END_TEST

START_TEST(without_allocator_the_default_serves)
{
    ogbv_context *context = NULL;
    ck_assert_int_eq(ogbv_context_new(NULL, NULL, &context, NULL), OGBV_OK);
    ogbv_context_unref(context);
    ck_assert_ptr_null(ogbv_context_ref(NULL));
    ogbv_context_unref(NULL);
}
END_TEST

START_TEST(misuse_and_want_of_memory_are_told_apart)
{
    struct failing failing = { .fail_at = 1 };
    ogbv_context *context = (ogbv_context *)&failing;
    ogbv_error *error = NULL;
    ck_assert_int_eq(ogbv_context_new(failing_resize, &failing, &context, &error), OGBV_ERR_NOMEM);
    ck_assert_ptr_null(context);
    ck_assert_int_eq(ogbv_error_status(error), OGBV_ERR_NOMEM);
    ogbv_error_free(error);
    ck_assert_int_eq(ogbv_context_new(NULL, NULL, NULL, &error), OGBV_ERR_INVALID);
    ogbv_error_free(error);
    ck_assert(failing_is_clean(&failing));
}
END_TEST

START_TEST(the_library_that_runs_is_the_one_compiled)
{
    ck_assert_str_eq(ogbv_version(), OGBV_VERSION_STRING);
    ck_assert_int_eq(ogbv_version_number(), OGBV_VERSION_NUMBER);
    ck_assert_int_ge(ogbv_version_number(), 10000);
    ck_assert_int_eq(ogbv_data_format(), 1);
}
END_TEST

Suite *suite_context(void)
{
    Suite *suite = suite_create("context");
    TCase *tcase = tcase_create("context");
    tcase_add_test(tcase, the_last_reference_frees);
    tcase_add_test(tcase, without_allocator_the_default_serves);
    tcase_add_test(tcase, misuse_and_want_of_memory_are_told_apart);
    tcase_add_test(tcase, the_library_that_runs_is_the_one_compiled);
    suite_add_tcase(suite, tcase);
    return suite;
}

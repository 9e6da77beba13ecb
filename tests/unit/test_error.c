/* SPDX-License-Identifier: MIT */
/* Protects: reporting a failure cannot fail, and a status keeps its number and name. */
#include "unit.h"

#include "core/error.h"
#include "failing.h"

#include <string.h>

static struct failing failing;
static struct ogbv__alloc alloc = { failing_resize, &failing };

static void set_up(void)
{
    failing = (struct failing){ 0 };
}

static void tear_down(void)
{
    ck_assert(failing_is_clean(&failing));
}

static const struct {
    ogbv_status status, number;
    const char *name;
} statuses[] = {
    { OGBV_OK, 0, "ok" }, { OGBV_ERR_NOMEM, -1, "no-memory" }, { OGBV_ERR_INVALID, -2, "invalid" },
    { OGBV_ERR_NOT_FOUND, -3, "not-found" }, { OGBV_ERR_IO, -4, "io" },
    { OGBV_ERR_DATA, -5, "data" },
    { OGBV_ERR_FACT, -6, "fact" }, { OGBV_ERR_CONFLICT, -7, "conflict" },
    { OGBV_ERR_LIMIT, -8, "limit" },
    { 1, 1, "unknown" }, { -9, -9, "unknown" }, { INT32_MIN, INT32_MIN, "unknown" },
    { INT32_MAX, INT32_MAX, "unknown" },
};

START_TEST(statuses_keep_number_and_name)
{
    ck_assert_int_eq(statuses[_i].status, statuses[_i].number);
    ck_assert_str_eq(ogbv_status_name(statuses[_i].status), statuses[_i].name);
}
END_TEST

START_TEST(every_failure_has_a_sentence)
{
    ogbv_error *error = NULL;
    if (statuses[_i].status >= 0 || strcmp(statuses[_i].name, "unknown") == 0)
        return;
    ck_assert_int_eq(ogbv__fail(&alloc, &error, statuses[_i].status, NULL), statuses[_i].status);
    ck_assert_int_eq(ogbv_error_status(error), statuses[_i].status);
    ck_assert_uint_gt(strlen(ogbv_error_message(error)), 10);
    ogbv_error_free(error);
}
END_TEST

START_TEST(an_error_copies_what_it_is_given)
{
    char file[] = "ie.xml", fact[] = "victim.age", nearest[] = "victim.minor", message[] = "No.";
    ogbv_error *error = NULL;
    struct ogbv__error_info info = { OGBV_ERR_FACT, 1303, file, 12, fact, nearest, message };
    ck_assert_int_eq(ogbv__fail_with(&alloc, &error, &info), OGBV_ERR_FACT);
    file[0] = fact[0] = nearest[0] = message[0] = '?';
    ck_assert_int_eq(ogbv_error_status(error), OGBV_ERR_FACT);
    ck_assert_int_eq(ogbv_error_code(error), 1303);
    ck_assert_str_eq(ogbv_error_file(error), "ie.xml");
    ck_assert_int_eq(ogbv_error_line(error), 12);
    ck_assert_str_eq(ogbv_error_fact(error), "victim.age");
    ck_assert_str_eq(ogbv_error_nearest(error), "victim.minor");
    ck_assert_str_eq(ogbv_error_message(error), "No.");
    ogbv_error_free(error);
}
END_TEST

START_TEST(what_is_not_given_is_absent)
{
    ogbv_error *error = NULL;
    ck_assert_int_eq(ogbv__fail(&alloc, &error, OGBV_ERR_IO, "The disk is gone."), OGBV_ERR_IO);
    ck_assert_str_eq(ogbv_error_message(error), "The disk is gone.");
    ck_assert_ptr_null(ogbv_error_file(error));
    ck_assert_ptr_null(ogbv_error_fact(error));
    ck_assert_ptr_null(ogbv_error_nearest(error));
    ck_assert_int_eq(ogbv_error_line(error), 0);
    ck_assert_int_eq(ogbv_error_code(error), 0);
    ogbv_error_free(error);
}
END_TEST

START_TEST(null_is_no_error)
{
    ck_assert_int_eq(ogbv_error_status(NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_error_code(NULL), 0);
    ck_assert_str_eq(ogbv_error_message(NULL), "");
    ck_assert_ptr_null(ogbv_error_file(NULL));
    ck_assert_int_eq(ogbv_error_line(NULL), 0);
    ck_assert_ptr_null(ogbv_error_fact(NULL));
    ck_assert_ptr_null(ogbv_error_nearest(NULL));
    ogbv_error_free(NULL);
}
END_TEST

START_TEST(nobody_has_to_want_the_error)
{
    ck_assert_int_eq(ogbv__fail(&alloc, NULL, OGBV_ERR_LIMIT, "Too large."), OGBV_ERR_LIMIT);
    ck_assert_int_eq(ogbv__fail_nomem(NULL), OGBV_ERR_NOMEM);
    ck_assert_int_eq(ogbv__fail_invalid(NULL), OGBV_ERR_INVALID);
    ck_assert_uint_eq(failing.requests, 0);
}
END_TEST

START_TEST(without_memory_there_is_still_an_error)
{
    ogbv_error *error = NULL;
    failing.fail_at = 1;
    ck_assert_int_eq(ogbv__fail(&alloc, &error, OGBV_ERR_IO, "The disk is gone."), OGBV_ERR_NOMEM);
    ck_assert_int_eq(ogbv_error_status(error), OGBV_ERR_NOMEM);
    ck_assert_str_eq(ogbv_error_message(error), "There is not enough memory.");
    ogbv_error_free(error);
    ogbv_error_free(error);     /* static: freeing it twice does nothing */
    ck_assert_int_eq(ogbv__fail_invalid(&error), OGBV_ERR_INVALID);
    ck_assert_str_eq(ogbv_error_message(error), "An argument is missing or out of range.");
    ogbv_error_free(error);
}
END_TEST

Suite *suite_error(void)
{
    Suite *suite = suite_create("error");
    TCase *tcase = tcase_create("error");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, statuses_keep_number_and_name, 0, ROWS(statuses));
    tcase_add_loop_test(tcase, every_failure_has_a_sentence, 0, ROWS(statuses));
    tcase_add_test(tcase, an_error_copies_what_it_is_given);
    tcase_add_test(tcase, what_is_not_given_is_absent);
    tcase_add_test(tcase, null_is_no_error);
    tcase_add_test(tcase, nobody_has_to_want_the_error);
    tcase_add_test(tcase, without_memory_there_is_still_an_error);
    suite_add_tcase(suite, tcase);
    return suite;
}

/* SPDX-License-Identifier: MIT */
/* Protects: constants and their names for ever. The numbers stand here as numbers on purpose: who
 * renumbers a constant or renames a value breaks every program and every file that holds one. */
#include "unit.h"

#include "model/names.h"

#include <ogbv/ogbv.h>
#include <stdio.h>
#include <string.h>

static const struct {
    int32_t vocabulary, constant, number;
    const char *name;
} rows[] = {
    { OGBV_NAMES_STATUS, OGBV_MET, 0, "met" },
    { OGBV_NAMES_STATUS, OGBV_NOT_MET, 1, "not-met" },
    { OGBV_NAMES_STATUS, OGBV_UNDETERMINED, 2, "undetermined" },
    { OGBV_NAMES_STATUS, OGBV_DEFEATED, 3, "defeated" },
    { OGBV_NAMES_STATUS, OGBV_INAPPLICABLE, 4, "inapplicable" },
    { OGBV_NAMES_STATUS, OGBV_NOT_IN_FORCE, 5, "not-in-force" },
    { OGBV_NAMES_STATUS, OGBV_AVAILABLE, 6, "available" },
    { OGBV_NAMES_STATUS, OGBV_UNAVAILABLE, 7, "unavailable" },
    { OGBV_NAMES_STATUS, OGBV_EXPIRED, 8, "expired" },
    { OGBV_NAMES_STATUS, OGBV_ESTABLISHED, 9, "established" },
    { OGBV_NAMES_STATUS, OGBV_EXCEPTION_OPEN, 10, "open" },
    { OGBV_NAMES_STATUS, OGBV_EXCLUDED, 11, "excluded" },
    { OGBV_NAMES_TRUTH, OGBV_NO, 0, "no" },
    { OGBV_NAMES_TRUTH, OGBV_UNKNOWN, 1, "unknown" },
    { OGBV_NAMES_TRUTH, OGBV_YES, 2, "yes" },
    { OGBV_NAMES_WHY, OGBV_WHY_FACT, 0, "fact" },
    { OGBV_NAMES_WHY, OGBV_WHY_OPEN_NORM, 1, "open-norm" },
    { OGBV_NAMES_WHY, OGBV_WHY_UNSETTLED, 2, "unsettled" },
    { OGBV_NAMES_WHY, OGBV_WHY_START_UNKNOWN, 3, "start-unknown" },
    { OGBV_NAMES_WHY, OGBV_WHY_SPANS_CHANGE, 4, "spans-change" },
    { OGBV_NAMES_WHY, OGBV_WHY_DATE, 5, "date" },
    { OGBV_NAMES_WHY, OGBV_WHY_BURDEN, 6, "burden" },
    { OGBV_NAMES_RULE_KIND, OGBV_OFFENCE, 0, "offence" },
    { OGBV_NAMES_RULE_KIND, OGBV_BASELINE, 1, "baseline" },
    { OGBV_NAMES_RULE_KIND, OGBV_REMEDY, 2, "remedy" },
    { OGBV_NAMES_RULE_KIND, OGBV_TERM, 3, "term" },
    { OGBV_NAMES_CLASS, OGBV_CRIMINAL, 0, "criminal" },
    { OGBV_NAMES_CLASS, OGBV_CIVIL, 1, "civil" },
    { OGBV_NAMES_CLASS, OGBV_CIVIL_PENALTY, 2, "civil-penalty" },
    { OGBV_NAMES_CLASS, OGBV_ADMINISTRATIVE, 3, "administrative" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_CRIMINAL, 0, "criminal" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_CIVIL, 1, "civil" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_INTERIM, 2, "interim" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_ADMINISTRATIVE, 3, "administrative" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_PLATFORM, 4, "platform" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_COMPENSATION, 5, "compensation" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_RIGHTS, 6, "rights" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_SUPPORT, 7, "support" },
    { OGBV_NAMES_REMEDY_KIND, OGBV_REMEDY_RESTORATIVE, 8, "restorative" },
    { OGBV_NAMES_SEEN, OGBV_PRIMARY, 0, "primary" },
    { OGBV_NAMES_SEEN, OGBV_SECONDARY, 1, "secondary" },
    { OGBV_NAMES_SEEN, OGBV_REMEMBERED, 2, "remembered" },
    { OGBV_NAMES_FACT_TYPE, OGBV_BOOLEAN, 0, "boolean" },
    { OGBV_NAMES_FACT_TYPE, OGBV_CHOICE, 1, "choice" },
    { OGBV_NAMES_FACT_TYPE, OGBV_LEVEL, 2, "level" },
    { OGBV_NAMES_FACT_TYPE, OGBV_INTEGER, 3, "integer" },
    { OGBV_NAMES_FACT_TYPE, OGBV_DATE, 4, "date" },
    { OGBV_NAMES_FACT_TYPE, OGBV_DATETIME, 5, "datetime" },
    { OGBV_NAMES_FACT_TYPE, OGBV_PLACE, 6, "place" },
    { OGBV_NAMES_SENSITIVITY, OGBV_LOW, 0, "low" },
    { OGBV_NAMES_SENSITIVITY, OGBV_MEDIUM, 1, "medium" },
    { OGBV_NAMES_SENSITIVITY, OGBV_HIGH, 2, "high" },
    { OGBV_NAMES_VERSION_STATE, OGBV_IN_FORCE, 0, "in-force" },
    { OGBV_NAMES_VERSION_STATE, OGBV_ENDED, 1, "ended" },
    { OGBV_NAMES_VERSION_STATE, OGBV_FUTURE, 2, "future" },
    { OGBV_NAMES_VERSION_STATE, OGBV_ENACTED, 3, "enacted" },
    { OGBV_NAMES_VERSION_STATE, OGBV_SUSPENDED, 4, "suspended" },
    { OGBV_NAMES_VERSION_STATE, OGBV_STRUCK_DOWN, 5, "struck-down" },
    { OGBV_NAMES_VERSION_STATE, OGBV_START_UNKNOWN, 6, "start-unknown" },
    { OGBV_NAMES_OP, OGBV_OP_ALL, 0, "all" }, { OGBV_NAMES_OP, OGBV_OP_ANY, 1, "any" },
    { OGBV_NAMES_OP, OGBV_OP_NOT, 2, "not" }, { OGBV_NAMES_OP, OGBV_OP_AT_LEAST, 3, "at-least" },
    { OGBV_NAMES_OP, OGBV_OP_FACT, 4, "fact" },
    { OGBV_NAMES_OP, OGBV_OP_UNSETTLED, 5, "unsettled" },
    { OGBV_NAMES_OP, OGBV_OP_FINDING, 6, "finding" },
    { OGBV_NAMES_REASON_KIND, OGBV_REASON_ELEMENT, 0, "element" },
    { OGBV_NAMES_REASON_KIND, OGBV_REASON_UNLESS, 1, "unless" },
    { OGBV_NAMES_REASON_KIND, OGBV_REASON_INAPPLICABLE, 2, "inapplicable" },
    { OGBV_NAMES_REASON_KIND, OGBV_REASON_AGGRAVATION, 3, "aggravation" },
    { OGBV_NAMES_REASON_KIND, OGBV_REASON_CONDITION, 4, "condition" },
    { OGBV_NAMES_BURDEN, OGBV_BURDEN_DEFENDANT, 0, "defendant" },
    { OGBV_NAMES_BURDEN, OGBV_BURDEN_RAISED, 1, "raised" },
    { OGBV_NAMES_BURDEN, OGBV_BURDEN_PROSECUTION, 2, "prosecution" },
    { OGBV_NAMES_COVERAGE, OGBV_NOT_ENCODED, 0, "not-encoded" },
    { OGBV_NAMES_COVERAGE, OGBV_NONE_FOUND, 1, "none-found" },
    { OGBV_NAMES_COVERAGE, OGBV_ENCODED, 2, "encoded" },
    { OGBV_NAMES_CONNECTION, OGBV_ASSERTED, 0, "asserted" },
    { OGBV_NAMES_CONNECTION, OGBV_CONNECTED, 1, "connected" },
    { OGBV_NAMES_DUE_FOR, OGBV_FOR_APPLICANT, 0, "applicant" },
    { OGBV_NAMES_DUE_FOR, OGBV_FOR_PROSECUTOR, 1, "prosecutor" },
    { OGBV_NAMES_DUE_FOR, OGBV_FOR_COURT, 2, "court" },
    { OGBV_NAMES_DUE_FOR, OGBV_FOR_PLATFORM, 3, "platform" },
    { OGBV_NAMES_DUE_EFFECT, OGBV_BARS, 0, "bars" },
    { OGBV_NAMES_DUE_EFFECT, OGBV_EXTENDABLE, 1, "extendable" },
    { OGBV_NAMES_DUE_EFFECT, OGBV_TARGET, 2, "target" },
    { OGBV_NAMES_DUE_STATUS, OGBV_OPEN, 0, "open" },
    { OGBV_NAMES_DUE_STATUS, OGBV_DUE_TODAY, 1, "due-today" },
    { OGBV_NAMES_DUE_STATUS, OGBV_DUE_EXPIRED, 2, "expired" },
    { OGBV_NAMES_DUE_STATUS, OGBV_DUE_UNDETERMINED, 3, "undetermined" },
    { OGBV_NAMES_ON_FROM, OGBV_ON_FROM_CASE, 0, "case" },
    { OGBV_NAMES_ON_FROM, OGBV_ON_FROM_OPTION, 1, "option" },
    { OGBV_NAMES_ON_FROM, OGBV_ON_FROM_TODAY, 2, "today" },
    { OGBV_NAMES_RELATION, OGBV_EQUAL, 0, "equal" },
    { OGBV_NAMES_RELATION, OGBV_NARROWER, 1, "narrower" },
    { OGBV_NAMES_RELATION, OGBV_BROADER, 2, "broader" },
    { OGBV_NAMES_RELATION, OGBV_OVERLAPPING, 3, "overlapping" },
    { OGBV_NAMES_RELATION, OGBV_DISJOINT, 4, "disjoint" },
    { OGBV_NAMES_RELATION, OGBV_UNDECIDED, 5, "undecided" },
    { OGBV_NAMES_SEARCH, OGBV_SEARCH_FOUND, 0, "found" },
    { OGBV_NAMES_SEARCH, OGBV_SEARCH_NONE, 1, "none" },
    { OGBV_NAMES_SEARCH, OGBV_SEARCH_UNDECIDED, 2, "undecided" },
    { OGBV_NAMES_DEFINITION, OGBV_DEFINED, 0, "defined" },
    { OGBV_NAMES_DEFINITION, OGBV_DEF_NONE_FOUND, 1, "none-found" },
    { OGBV_NAMES_DEFINITION, OGBV_DEF_NOT_ENCODED, 2, "not-encoded" },
    { OGBV_NAMES_DEFINITION, OGBV_DEF_NOT_IN_FORCE, 3, "not-in-force" },
    { OGBV_NAMES_DEFINITION, OGBV_DEF_SUSPENDED, 4, "suspended" },
    { OGBV_NAMES_DEFINITION, OGBV_DEF_START_UNKNOWN, 5, "start-unknown" },
    { OGBV_NAMES_ATOM_STATE, OGBV_ATOM_REQUIRED, 0, "required" },
    { OGBV_NAMES_ATOM_STATE, OGBV_ATOM_EXCLUDED, 1, "excluded" },
    { OGBV_NAMES_ATOM_STATE, OGBV_ATOM_OPEN, 2, "open" },
    { OGBV_NAMES_ATOM_STATE, OGBV_ATOM_IRRELEVANT, 3, "irrelevant" },
};

START_TEST(a_constant_keeps_its_number_and_name)
{
    const char *name = ogbv_name(rows[_i].vocabulary, rows[_i].constant);
    ck_assert_int_eq(rows[_i].constant, rows[_i].number);
    ck_assert_ptr_nonnull(name);
    ck_assert_str_eq(name, rows[_i].name);
    ck_assert_int_eq(ogbv__name_value(rows[_i].vocabulary, rows[_i].name, strlen(rows[_i].name)),
                     rows[_i].number);
}
END_TEST

/* Names that stand in the data only. */
static const struct {
    int32_t vocabulary;
    const char *names;
} inner[] = {
    { OGBV__NAMES_ROLE, "none conduct pattern-first pattern-last filing decision restorative" },
    { OGBV__NAMES_BY, "conduct pattern filing decision" },
    { OGBV__NAMES_UNIT, "number day month year" },
    { OGBV__NAMES_END_UNIT, "hour day working-day week month year" },
    { OGBV__NAMES_YES_NO, "no yes" }, { OGBV__NAMES_SCOPE, "case act" },
    { OGBV__NAMES_FIRST_DAY, "excluded counts" }, { OGBV__NAMES_ROUNDING, "down up" },
    { OGBV__NAMES_ROLL, "none next previous" }, { OGBV__NAMES_PICK, "earliest latest" },
    { OGBV__NAMES_NEEDS, "arguable met" }, { OGBV__NAMES_CONTEST, "no ok" },
    { OGBV__NAMES_SHOW, "hide show" }, { OGBV__NAMES_WEEKDAY, "mon tue wed thu fri sat sun" },
    { OGBV__NAMES_VERSION_WRITTEN, "in-force enacted suspended struck-down start-unknown" },
    { OGBV__NAMES_JURISDICTION_KIND, "state part union" },
};

static const struct {
    ogbv_status status;
    int32_t number;
    const char *name;
} statuses[] = {
    { OGBV_OK, 0, "ok" }, { OGBV_ERR_NOMEM, -1, "no-memory" }, { OGBV_ERR_INVALID, -2, "invalid" },
    { OGBV_ERR_NOT_FOUND, -3, "not-found" }, { OGBV_ERR_IO, -4, "io" },
    { OGBV_ERR_DATA, -5, "data" }, { OGBV_ERR_FACT, -6, "fact" },
    { OGBV_ERR_CONFLICT, -7, "conflict" }, { OGBV_ERR_LIMIT, -8, "limit" },
};

START_TEST(a_status_keeps_its_number_and_name)
{
    ck_assert_int_eq(statuses[_i].status, statuses[_i].number);
    ck_assert_str_eq(ogbv_status_name(statuses[_i].number), statuses[_i].name);
}
END_TEST

START_TEST(the_words_of_the_data_stay_in_their_order)
{
    char listed[256] = "";
    for (int32_t i = 0; ogbv__name(inner[_i].vocabulary, i); i++) {
        size_t n = strlen(listed);
        snprintf(listed + n, sizeof listed - n, "%s%s", i ? " " : "",
                 ogbv__name(inner[_i].vocabulary, i));
    }
    ck_assert_str_eq(listed, inner[_i].names);
    ck_assert_ptr_null(ogbv_name(inner[_i].vocabulary, 0));     /* not a matter of callers */
}
END_TEST

START_TEST(each_name_stands_once_and_is_found)
{
    for (int32_t v = 0; v < OGBV__NAMES_VERSION_WRITTEN + 3; v++)
        for (int32_t i = 0; ogbv__name(v, i); i++) {
            const char *name = ogbv__name(v, i);
            ck_assert_int_eq(ogbv__name_value(v, name, strlen(name)), i);
            ck_assert_int_eq(ogbv__name_value(v, name, strlen(name) - 1), -1);
        }
}
END_TEST

static const struct {
    int32_t vocabulary, value;
} outside[] = {
    { -1, 0 }, { OGBV_NAMES_STATUS, -1 }, { OGBV_NAMES_STATUS, OGBV_EXCLUDED + 1 },
    { 60, 0 }, { OGBV__NAMES_VERSION_WRITTEN + 1, 0 }, { 1000000, 0 }, { INT32_MIN, INT32_MIN },
    { OGBV_NAMES_TRUTH, 3 },
};

START_TEST(what_is_outside_has_no_name)
{
    ck_assert_ptr_null(ogbv_name(outside[_i].vocabulary, outside[_i].value));
    ck_assert_ptr_null(ogbv__name(outside[_i].vocabulary, outside[_i].value));
}
END_TEST

START_TEST(what_is_no_name_has_no_value)
{
    ck_assert_int_eq(ogbv__name_value(OGBV_NAMES_TRUTH, "maybe", 5), -1);
    ck_assert_int_eq(ogbv__name_value(OGBV_NAMES_TRUTH, "yesterday", 9), -1);
    ck_assert_int_eq(ogbv__name_value(OGBV_NAMES_TRUTH, "yesterday", 3), OGBV_YES);
    ck_assert_int_eq(ogbv__name_value(OGBV_NAMES_TRUTH, "", 0), -1);
    ck_assert_int_eq(ogbv__name_value(-1, "yes", 3), -1);
}
END_TEST

Suite *suite_names(void)
{
    Suite *suite = suite_create("names");
    TCase *tcase = tcase_create("names");
    tcase_add_loop_test(tcase, a_constant_keeps_its_number_and_name, 0, ROWS(rows));
    tcase_add_loop_test(tcase, a_status_keeps_its_number_and_name, 0, ROWS(statuses));
    tcase_add_loop_test(tcase, the_words_of_the_data_stay_in_their_order, 0, ROWS(inner));
    tcase_add_test(tcase, each_name_stands_once_and_is_found);
    tcase_add_loop_test(tcase, what_is_outside_has_no_name, 0, ROWS(outside));
    tcase_add_test(tcase, what_is_no_name_has_no_value);
    suite_add_tcase(suite, tcase);
    return suite;
}

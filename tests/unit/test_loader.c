/* SPDX-License-Identifier: MIT */
/* Protects: all or nothing. Which files are read, in which order they win, what is missing or
 * cannot be read, and that a db never comes from faulty files. */
#include "unit.h"

#include "world.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ogbv_context *context;
static ogbv_loader *loader;
static ogbv_db *db;
static ogbv_error *error;
static char folder[] = "/tmp/ogbv-test-XXXXXX";

static void set_up(void)
{
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(ogbv_context_new(NULL, NULL, &context, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_new(context, &loader, NULL), OGBV_OK);
}

static void tear_down(void)
{
    char command[64];
    ogbv_error_free(error);
    error = NULL;
    ogbv_db_unref(db);
    db = NULL;
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}

/* ---- files on disk -------------------------------------------------------------------------- */

static const char *path_of(const char *name)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s", path_of(name));
    for (char *slash = path + strlen(folder) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        (void)mkdir(path, 0700);
        *slash = '/';
    }
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

static void write_files(const char *below, const struct world_file *files, size_t n)
{
    char name[96];
    for (size_t i = 0; i < n; i++) {
        snprintf(name, sizeof name, "%s/%s", below, files[i].name);
        write_file(name, files[i].text);
    }
}

static void add_base(void)
{
    ck_assert_int_eq(world_add(loader, world_base, WORLD_BASE, NULL), OGBV_OK);
}

static void add(const char *name, const char *text)
{
    ck_assert_int_eq(ogbv_loader_add_memory(loader, name, text, strlen(text), NULL), OGBV_OK);
}

/* Finishes, and tells the faults as "FILE:LINE CODE" each, with the file's last part; "ok". */
static const char *finish(void)
{
    static char told[512];
    size_t n = 0;
    ogbv_status status = ogbv_loader_finish(loader, &db, &error);
    snprintf(told, sizeof told, "%s", ogbv_status_name(status));
    for (size_t i = 0; i < ogbv_loader_diagnostic_count(loader); i++) {
        const ogbv_diagnostic *fault = ogbv_loader_diagnostic_at(loader, i);
        const char *file = strrchr(ogbv_diagnostic_file(fault), '/');
        n += (size_t)snprintf(told + n, sizeof told - n, "%s%s:%d %d", i ? ", " : "",
                              file ? file + 1 : ogbv_diagnostic_file(fault),
                              ogbv_diagnostic_line(fault), ogbv_diagnostic_code(fault));
    }
    return told;
}

#define PLAIN(id) LAND_OF("", id, "", OFFENCE_OF("by='conduct' concepts='fam.x'", id ".o", \
                                                 TEXT(ELEMENT("e", IS("a")))))
#define WRONG(id) LAND_OF("", id, "", "<lable/>\n<offence/>")

/* ---- directories ---------------------------------------------------------------------------- */

START_TEST(a_directory_is_read_whole)
{
    write_files("d", world_base, WORLD_BASE);
    write_files("d", world_rich, WORLD_RICH);
    write_file("d/jurisdictions/.hidden.xml", "junk");
    write_file("d/jurisdictions/notes.txt", "junk");
    write_file("d/other.xml", "junk");
    write_file("d/cases/case.xml", "junk");
    ck_assert_int_eq(ogbv_loader_add_directory(loader, path_of("d"), NULL), OGBV_OK);
    ck_assert_str_eq(finish(), "ok");
    ck_assert_str_eq(ogbv_db_release(db), "2026.11");
    ck_assert_uint_eq(ogbv_jurisdiction_count(db), 2);
    ck_assert_uint_eq(ogbv_instrument_count(db), 1);
}
END_TEST

START_TEST(what_is_no_party_is_nobody)
{
    const ogbv_instrument *none = ogbv_instrument_at(NULL, 0);
    ck_assert_uint_eq(ogbv_instrument_party_count(none), 0);
    ck_assert_str_eq(ogbv_instrument_party_jurisdiction(none, 0), "");
    ck_assert_str_eq(ogbv_instrument_party_state(none, 0), "");
    ck_assert_ptr_null(ogbv_instrument_party_from(none, 0));
    ck_assert_int_eq(ogbv_instrument_party_seen(none, 0), OGBV_REMEMBERED);
    ck_assert_ptr_null(ogbv_concept_called(NULL, "cyberstalking"));
}
END_TEST

/* A later directory wins file by file, whole; the order of directories decides, nothing else. */
START_TEST(a_later_file_replaces_an_earlier_one)
{
    write_files("one", world_base, WORLD_BASE);
    write_file("one/jurisdictions/xa.xml", WRONG("xa"));
    write_file("one/jurisdictions/xb.xml", PLAIN("xb"));
    write_file("two/jurisdictions/xa.xml", PLAIN("xa"));
    write_file("two/RELEASE", "2030.1\n");
    ck_assert_int_eq(ogbv_loader_add_directory(loader, path_of("one"), NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_add_directory(loader, path_of("two"), NULL), OGBV_OK);
    ck_assert_str_eq(finish(), "ok");
    ck_assert_ptr_nonnull(ogbv_rule_find(db, "xa.o"));
    ck_assert_ptr_nonnull(ogbv_rule_find(db, "xb.o"));
    ck_assert_str_eq(ogbv_db_release(db), "2030.1");
}
END_TEST

START_TEST(an_earlier_file_does_not_replace)
{
    write_files("one", world_base, WORLD_BASE);
    write_file("one/jurisdictions/xa.xml", WRONG("xa"));
    write_file("two/jurisdictions/xa.xml", PLAIN("xa"));
    ck_assert_int_eq(ogbv_loader_add_directory(loader, path_of("two"), NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_add_directory(loader, path_of("one"), NULL), OGBV_OK);
    ck_assert_str_eq(finish(), "xa.xml:3 1201, xa.xml:4 1203, xa.xml:4 1203, xa.xml:4 1203, "
                               "xa.xml:4 1203, xa.xml:4 1203, xa.xml:4 1204, xa.xml:4 1204");
    ck_assert_ptr_null(db);
}
END_TEST

START_TEST(the_environment_names_the_default)
{
    write_files("d", world_base, WORLD_BASE);
    setenv("OGBV_DATA_DIR", path_of("d"), 1);
    ck_assert_int_eq(ogbv_loader_add_default(loader, NULL), OGBV_OK);
    ck_assert_str_eq(finish(), "ok");
    setenv("OGBV_DATA_DIR", path_of("nowhere"), 1);
    ck_assert_int_eq(ogbv_loader_add_default(loader, NULL), OGBV_ERR_INVALID);   /* finished */
    ogbv_loader_free(loader);
    ck_assert_int_eq(ogbv_loader_new(context, &loader, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_add_default(loader, NULL), OGBV_ERR_NOT_FOUND);
}
END_TEST

/* ---- single files --------------------------------------------------------------------------- */

START_TEST(a_loose_file_says_itself_what_it_is)
{
    add_base();
    add("jurisdictions/xa.xml", WRONG("xa"));
    write_file("mine.xml", PLAIN("xa"));
    write_file("days.xml", world_base[3].text);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("mine.xml"), NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("days.xml"), NULL), OGBV_OK);
    ck_assert_str_eq(finish(), "ok");
    ck_assert_ptr_nonnull(ogbv_rule_find(db, "xa.o"));
}
END_TEST

static const struct {
    const char *name, *text, *told;
} loose[] = {
    { "a.xml", "<what/>", "a.xml:1 1201" }, { "a.xml", "<jurisdiction", "a.xml:1 1103" },
    { "a.xml", "<jurisdiction format='1'/>", "a.xml:1 1203, a.xml:1 1204" },
    { "empty.xml", "", "empty.xml:1 1103" },
};

START_TEST(a_loose_file_may_be_nothing)
{
    add_base();
    write_file(loose[_i].name, loose[_i].text);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of(loose[_i].name), NULL), OGBV_OK);
    ck_assert_str_eq(finish(), loose[_i].told);
}
END_TEST

START_TEST(what_cannot_be_read_is_told)
{
    add_base();
    write_file("gone.xml", PLAIN("xa"));
    write_file("large.xml", PLAIN("xb"));
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("gone.xml"), NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("large.xml"), NULL), OGBV_OK);
    ck_assert_int_eq(unlink(path_of("gone.xml")), 0);
    ck_assert_int_eq(truncate(path_of("large.xml"), 8 * 1024 * 1024 + 1), 0);
    ck_assert_str_eq(finish(), "gone.xml:0 1001, large.xml:0 1002");
}
END_TEST

/* Neither a pipe nor a device is waited for. */
START_TEST(only_regular_files_are_read)
{
    ck_assert_int_eq(mkfifo(path_of("pipe.xml"), 0600), 0);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("pipe.xml"), NULL), OGBV_ERR_NOT_FOUND);
    ck_assert_int_eq(ogbv_loader_add_file(loader, "/dev/zero", NULL), OGBV_ERR_NOT_FOUND);
    ck_assert_int_eq(ogbv_loader_add_file(loader, folder, NULL), OGBV_ERR_NOT_FOUND);
    add_base();
    write_file("turned.xml", PLAIN("xa"));
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("turned.xml"), NULL), OGBV_OK);
    ck_assert_int_eq(unlink(path_of("turned.xml")), 0);
    ck_assert_int_eq(mkfifo(path_of("turned.xml"), 0600), 0);
    ck_assert_str_eq(finish(), "turned.xml:0 1001");
}
END_TEST

/* ---- the set as a whole --------------------------------------------------------------------- */

static const struct {
    size_t without;
    const char *told;
} needed[] = {
    { 0, "facts.xml:0 1004" }, { 1, "taxonomy.xml:0 1004" }, { 2, "safety.xml:0 1004" },
};

START_TEST(some_files_are_needed)
{
    for (size_t i = 0; i < 3; i++)
        if (i != needed[_i].without)
            add(world_base[i].name, world_base[i].text);
    ck_assert_ptr_nonnull(strstr(finish(), needed[_i].told));
    ck_assert_ptr_null(db);
}
END_TEST

static const struct {
    const char *text, *told;
} releases[] = {
    { "2026.11\n", "ok" }, { "1\n", "ok" }, { "2026.11", "RELEASE:1 1005" },
    { "", "RELEASE:1 1005" }, { "\n", "RELEASE:1 1005" }, { "2026-11\n", "RELEASE:1 1005" },
    { "2026.11\nmore\n", "RELEASE:1 1005" }, { "latest\n", "RELEASE:1 1005" },
    { "123456789012345678901234567890123\n", "RELEASE:1 1005" },
};

START_TEST(a_release_is_one_line)
{
    add_base();
    add("RELEASE", releases[_i].text);
    ck_assert_str_eq(finish(), releases[_i].told);
}
END_TEST

START_TEST(all_faults_of_all_files_come_at_once)
{
    add_base();
    add("jurisdictions/xb.xml", "<jurisdiction");
    add("jurisdictions/xa.xml", WRONG("xa"));
    add("calendars/xc.xml", "<!DOCTYPE calendar><calendar/>");
    add("RELEASE", "tomorrow");
    ck_assert_str_eq(finish(), "RELEASE:1 1005, xc.xml:1 1102, xa.xml:3 1201, xa.xml:4 1203, "
                               "xa.xml:4 1203, xa.xml:4 1203, xa.xml:4 1203, xa.xml:4 1203, "
                               "xa.xml:4 1204, xa.xml:4 1204, xb.xml:1 1103");
    ck_assert_ptr_null(db);
    ck_assert_int_eq(ogbv_error_status(error), OGBV_ERR_DATA);
    ck_assert_int_eq(ogbv_error_code(error), 1005);     /* the first of them */
    ck_assert_str_eq(ogbv_error_file(error), "RELEASE");
    ck_assert_int_eq(ogbv_error_line(error), 1);
}
END_TEST

static int32_t add_bytes(void *payload, const char *bytes, size_t n)
{
    uint64_t *sum = payload;
    for (size_t i = 0; i < n; i++)
        *sum = (*sum ^ (unsigned char)bytes[i]) * 1099511628211u;
    return 0;
}

/* The answer to a case by the files in one order. */
static uint64_t answer_in_order(const size_t *order)
{
    const struct world_file *all[WORLD_BASE + WORLD_RICH];
    uint64_t sum = 14695981039346656037u;
    ogbv_loader *own;
    ogbv_db *law;
    for (size_t i = 0; i < WORLD_BASE + WORLD_RICH; i++)
        all[i] = i < WORLD_BASE ? &world_base[i] : &world_rich[i - WORLD_BASE];
    ck_assert_int_eq(ogbv_loader_new(context, &own, NULL), OGBV_OK);
    for (size_t i = 0; i < WORLD_BASE + WORLD_RICH; i++)
        ck_assert_int_eq(world_add(own, all[order[i]], 1, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_finish(own, &law, NULL), OGBV_OK);
    ogbv_loader_free(own);
    ogbv_result *result = world_assess(law, "xa", "2026-06-01", "a=yes b=yes day=2026-02");
    ck_assert_int_eq(ogbv_result_write_json(result, NULL, add_bytes, &sum, NULL), OGBV_OK);
    ogbv_result_unref(result);
    ogbv_db_unref(law);
    return sum;
}

/* Semantics 16.1. */
START_TEST(the_order_of_files_says_nothing)
{
    static const size_t orders[][WORLD_BASE + WORLD_RICH] = {
        { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, { 8, 7, 6, 5, 4, 3, 2, 1, 0 }, { 5, 0, 8, 3, 1, 7, 2, 6, 4 },
    };
    uint64_t first = answer_in_order(orders[0]);
    ck_assert_uint_eq(answer_in_order(orders[1]), first);
    ck_assert_uint_eq(answer_in_order(orders[2]), first);
}
END_TEST

/* ---- choosing ------------------------------------------------------------------------------- */

/* What is not chosen is not even looked at: it may be faulty. */
static const struct {
    const char *select, *held;
} choices[] = {
    { "xa", "xa" }, { "xa-n", "xa xa-n" }, { "xp-a", "xp xp-a xu" }, { "xa xp-a", "xa xp xp-a xu" },
    { "zz", "" }, { "xu", "xu" },
};

START_TEST(only_what_is_asked_for_is_loaded)
{
    char held[64] = "", word[8];
    add_base();
    add("jurisdictions/xa.xml", PLAIN("xa"));
    add("jurisdictions/xa-n.xml",
        "<jurisdiction format='1' id='xa-n' within='xa'><label>N</label></jurisdiction>");
    add("jurisdictions/xp.xml", LAND_OF("", "xp", "<member-of org='xu' from='2000-01-01'/>", ""));
    add("jurisdictions/xp-a.xml", LAND_OF("parent='xp'", "xp-a", "", ""));
    add("jurisdictions/xu.xml", LAND_OF("kind='union'", "xu", "", ""));
    add("jurisdictions/xw.xml", WRONG("xw"));
    add("tests/xw.xml", "junk");
    for (const char *p = choices[_i].select; sscanf(p, "%7s", word) == 1; p += strcspn(p, " ")) {
        ck_assert_int_eq(ogbv_loader_select(loader, word, NULL), OGBV_OK);
        p += *p == ' ';
    }
    ck_assert_str_eq(finish(), "ok");
    for (size_t i = 0; i < ogbv_jurisdiction_count(db); i++) {
        size_t n = strlen(held);
        snprintf(held + n, sizeof held - n, "%s%s", n ? " " : "",
                 ogbv_jurisdiction_id(ogbv_jurisdiction_at(db, i)));
    }
    ck_assert_str_eq(held, choices[_i].held);
}
END_TEST

START_TEST(tests_are_read_when_wanted)
{
    add_base();
    add("jurisdictions/xa.xml", PLAIN("xa"));
    add("tests/xa.xml", "junk");
    ogbv_loader_want_tests(loader);
    ck_assert_str_eq(finish(), "xa.xml:1 1103");
}
END_TEST

/* ---- misuse --------------------------------------------------------------------------------- */

START_TEST(misuse_is_refused)
{
    static const char bytes[] = "<a/>";
    ck_assert_int_eq(ogbv_loader_finish(loader, &db, &error), OGBV_ERR_NOT_FOUND);   /* nothing */
    ck_assert_int_eq(ogbv_loader_finish(loader, &db, NULL), OGBV_ERR_INVALID);       /* twice */
    ck_assert_int_eq(ogbv_loader_add_memory(loader, "x", bytes, 4, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_select(loader, "xa", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("x"), NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_add_directory(loader, folder, NULL), OGBV_ERR_INVALID);
    ogbv_loader_free(loader);
    ck_assert_int_eq(ogbv_loader_new(context, &loader, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_loader_new(NULL, &loader, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_new(context, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_add_memory(loader, NULL, bytes, 4, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_add_memory(loader, "x", NULL, 4, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_add_memory(loader, "x", bytes, 9000000, NULL), OGBV_ERR_LIMIT);
    ck_assert_int_eq(ogbv_loader_select(loader, "Ireland", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_loader_add_file(loader, path_of("nothing"), NULL), OGBV_ERR_NOT_FOUND);
    ck_assert_int_eq(ogbv_loader_add_directory(loader, path_of("nothing"), NULL),
                     OGBV_ERR_NOT_FOUND);
    ck_assert_int_eq(ogbv_loader_finish(loader, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_uint_eq(ogbv_loader_diagnostic_count(NULL), 0);
    ck_assert_ptr_null(ogbv_loader_diagnostic_at(loader, 0));
    ck_assert_str_eq(ogbv_diagnostic_text(NULL), "");
    ogbv_loader_free(NULL);
    ogbv_loader_want_tests(NULL);
}
END_TEST

Suite *suite_loader(void)
{
    Suite *suite = suite_create("loader");
    TCase *tcase = tcase_create("loader");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_directory_is_read_whole);
    tcase_add_test(tcase, what_is_no_party_is_nobody);
    tcase_add_test(tcase, a_later_file_replaces_an_earlier_one);
    tcase_add_test(tcase, an_earlier_file_does_not_replace);
    tcase_add_test(tcase, the_environment_names_the_default);
    tcase_add_test(tcase, a_loose_file_says_itself_what_it_is);
    tcase_add_loop_test(tcase, a_loose_file_may_be_nothing, 0, ROWS(loose));
    tcase_add_test(tcase, what_cannot_be_read_is_told);
    tcase_add_test(tcase, only_regular_files_are_read);
    tcase_add_loop_test(tcase, some_files_are_needed, 0, ROWS(needed));
    tcase_add_loop_test(tcase, a_release_is_one_line, 0, ROWS(releases));
    tcase_add_test(tcase, all_faults_of_all_files_come_at_once);
    tcase_add_test(tcase, the_order_of_files_says_nothing);
    tcase_add_loop_test(tcase, only_what_is_asked_for_is_loaded, 0, ROWS(choices));
    tcase_add_test(tcase, tests_are_read_when_wanted);
    tcase_add_test(tcase, misuse_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}

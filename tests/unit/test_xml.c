/* SPDX-License-Identifier: MIT */
/* Protects: whatever bytes come, a document is handed out only when nothing at all was wrong with
 * it; and the cursor shows names, attributes, texts and lines as they were written. */
#include "unit.h"

#include "core/diag.h"
#include "load/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BYTES(text) text, sizeof text - 1

static const struct {
    const char *bytes;
    size_t n;
    int32_t code, line;
} refused[] = {
    /* bytes */
    { BYTES("<a>\xff</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\xc0\x80</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\xed\xa0\x80</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\xf4\x90\x80\x80</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\xc3</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\0</a>"), OGBV__D_XML_BYTES, 0 }, { BYTES("<a/>\0"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\x1b[31m</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("<a>\xc2\x85</a>"), OGBV__D_XML_BYTES, 0 },
    { BYTES("\xff\xfe<\0a\0/\0>\0"), OGBV__D_XML_BYTES, 0 },
    /* encodings */
    { BYTES("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"), OGBV__D_XML_BYTES, 1 },
    { BYTES("<?xml version='1.0' encoding = 'ISO-8859-1'?><a/>"), OGBV__D_XML_BYTES, 1 },
    { BYTES("<?xml version='1.0' encoding='UTF-16'?><a/>"), OGBV__D_XML_BYTES, 1 },
    { BYTES("<?xml version='1.0' encoding='UTF-8859-1'?><a/>"), OGBV__D_XML_BYTES, 1 },
    { BYTES("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-7'?><a/>"), OGBV__D_XML_BYTES, 1 },
    /* document types, entities */
    { BYTES("<!DOCTYPE a><a/>"), OGBV__D_XML_DOCTYPE, 1 },
    { BYTES("\n\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), OGBV__D_XML_DOCTYPE, 3 },
    { BYTES("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), OGBV__D_XML_DOCTYPE, 1 },
    { BYTES("<!DOCTYPE a [<!ENTITY % e SYSTEM 'http://example.org/'>%e;]><a/>"),
      OGBV__D_XML_DOCTYPE, 1 },
    { BYTES("<!-- <!DOCTYPE a> --><a/>"), OGBV__D_XML_DOCTYPE, 1 },
    { BYTES("<a>&e;</a>"), OGBV__D_XML_SYNTAX, 1 },
    /* not well-formed */
    { BYTES(""), OGBV__D_XML_SYNTAX, 1 }, { BYTES(" \n "), OGBV__D_XML_SYNTAX, 2 },
    { BYTES("words"), OGBV__D_XML_SYNTAX, 1 }, { BYTES("<a>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<a>\n</b>"), OGBV__D_XML_SYNTAX, 2 }, { BYTES("<a/>\n<b/>"), OGBV__D_XML_SYNTAX, 2 },
    { BYTES("<a b='1' b='2'/>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<a b=1/>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<a>&</a>"), OGBV__D_XML_SYNTAX, 1 }, { BYTES("<a>&#1;</a>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<a b='<'/>"), OGBV__D_XML_SYNTAX, 1 }, { BYTES("<a>]]></a>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<a><!-- a -- b --></a>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<?xml version='1.1'?><a/>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<p:a/>"), OGBV__D_XML_SYNTAX, 1 }, { BYTES("<a p:b='1'/>"), OGBV__D_XML_SYNTAX, 1 },
    { BYTES("<a xmlns='relative'/>"), OGBV__D_XML_SYNTAX, 1 },
    /* well-formed, and nothing that the format has */
    { BYTES("<a>\n<?php x?></a>"), OGBV__D_NODE, 2 }, { BYTES("<?x y?><a/>"), OGBV__D_NODE, 1 },
    { BYTES("<a/><?x y?>"), OGBV__D_NODE, 1 }, { BYTES("<a>\n<![CDATA[x]]></a>"), OGBV__D_NODE, 2 },
    { BYTES("<a>\n<b xmlns='urn:x'/></a>"), OGBV__D_NODE, 2 },
    { BYTES("<a xmlns:p='urn:x' p:b='1'/>"), OGBV__D_NODE, 1 },
    { BYTES("<a xml:space='preserve'/>"), OGBV__D_NODE, 1 },
    { BYTES("<a xml:id='x'/>"), OGBV__D_NODE, 1 },
};

START_TEST(what_is_wrong_with_bytes_is_told)
{
    struct ogbv__xml_fault fault;
    struct ogbv__alloc alloc = ogbv__alloc_default();
    struct ogbv__xml *xml = ogbv__xml_parse(&alloc, refused[_i].bytes, refused[_i].n, &fault);
    ck_assert_ptr_null(xml);
    ck_assert_int_eq(fault.code, refused[_i].code);
    ck_assert_int_eq(fault.line, refused[_i].line);
    ck_assert_uint_lt(strlen(fault.text), sizeof fault.text);
}
END_TEST

static const struct {
    const char *bytes;
    size_t n;
} accepted[] = {
    { BYTES("<a/>") }, { BYTES("<?xml version='1.0' encoding='UTF-8'?>\n<a/>\n") },
    { BYTES("<?xml version='1.0' encoding=\"utf-8\" standalone='yes'?><a/>") },
    { BYTES("\xef\xbb\xbf<a/>") }, { BYTES("<!-- c --><a><!-- c --></a><!-- c -->") },
    { BYTES("<a xml:lang='fr'>\xc3\xa9t\xc3\xa9 &amp; &#233;t&#xe9; &lt;</a>") },
    { BYTES("<a b='&quot;&apos;'\r\n\tc='2'/>") },
};

START_TEST(what_is_well_formed_is_read)
{
    struct ogbv__xml_fault fault;
    struct ogbv__alloc alloc = ogbv__alloc_default();
    struct ogbv__xml *xml = ogbv__xml_parse(&alloc, accepted[_i].bytes, accepted[_i].n, &fault);
    ck_assert_int_eq(fault.code, 0);
    ck_assert_ptr_nonnull(xml);
    ck_assert_str_eq(ogbv__node_name(ogbv__xml_root(xml)), "a");
    ogbv__xml_free(xml);
}
END_TEST

/* ---- limits --------------------------------------------------------------------------------- */

/* A tag with an attribute of so many bytes; n opening tags. */
static int32_t code_of(const char *bytes)
{
    struct ogbv__xml_fault fault;
    struct ogbv__alloc alloc = ogbv__alloc_default();
    struct ogbv__xml *xml = ogbv__xml_parse(&alloc, bytes, strlen(bytes), &fault);
    ck_assert((xml != NULL) == (fault.code == 0));
    ogbv__xml_free(xml);
    return fault.code;
}

START_TEST(a_tag_has_a_limit)
{
    static char bytes[70000];
    memset(bytes, 'x', sizeof bytes - 1);
    memcpy(bytes, "<a b='", 6);
    memcpy(bytes + 60000, "'/>", 4);
    ck_assert_int_eq(code_of(bytes), 0);
    bytes[60003] = 'x';
    memcpy(bytes + 60000, "xxx", 3);
    memcpy(bytes + 69990, "'/>", 4);
    ck_assert_int_eq(code_of(bytes), OGBV__D_XML_LIMIT);
}
END_TEST

START_TEST(depth_has_a_limit)
{
    static char bytes[8000];
    static const int depths[] = { 200, 300 };
    for (int i = 0; i < 2; i++) {
        char *p = bytes;
        for (int d = 0; d < depths[i]; d++)
            p = (char *)memcpy(p, "<a>", 3) + 3;
        for (int d = 0; d < depths[i]; d++)
            p = (char *)memcpy(p, "</a>", 4) + 4;
        *p = '\0';
        int32_t code = code_of(bytes);
        ck_assert_int_eq(code == 0, depths[i] == 200);
    }
}
END_TEST

START_TEST(many_attributes_take_no_time)
{
    enum { N = 500000 };    /* libxml2 compares each with each */
    static const char *const heads[] = { "<a ", "<a b='>' ", "<!-- it's --><a b='\">\"' " };
    char *bytes = malloc(10 * N + 32);
    ck_assert_ptr_nonnull(bytes);
    for (size_t h = 0; h < 3; h++) {
        char *p = bytes + sprintf(bytes, "%s", heads[h]);
        for (int i = 0; i < N; i++)
            p += sprintf(p, "a%x='' ", i);
        memcpy(p, "/>", 3);
        ck_assert_int_eq(code_of(bytes), OGBV__D_XML_LIMIT);
    }
    free(bytes);
}
END_TEST

/* What is long, and no tag, is no matter. */
START_TEST(text_and_comments_have_no_such_limit)
{
    enum { N = 100000 };
    static const char *const forms[][2] = { { "<a>it's ", "</a>" }, { "<a b='1'>> ", "</a>" },
                                            { "<a/><!-- > ", "-->" } };
    char *bytes = malloc(N + 64);
    ck_assert_ptr_nonnull(bytes);
    for (size_t i = 0; i < 3; i++) {
        int n = sprintf(bytes, "%s", forms[i][0]);
        memset(bytes + n, 'x', N);
        sprintf(bytes + n + N, "%s", forms[i][1]);
        ck_assert_int_eq(code_of(bytes), 0);
    }
    free(bytes);
}
END_TEST

/* ---- the cursor ----------------------------------------------------------------------------- */

static const char document[] =
    "<!-- head -->\n<root format='1' xml:lang='en'>\n"
    "  <one id='x' empty=''>  words\n\t and  <!-- gone -->more </one>\n"
    "  text <two/>\n<one/>\n</root>";

static struct ogbv__xml *xml;
static struct ogbv__arena arena;

static void set_up(void)
{
    struct ogbv__xml_fault fault;
    struct ogbv__alloc alloc = ogbv__alloc_default();
    ogbv__arena_init(&arena, &alloc, 0);
    xml = ogbv__xml_parse(&alloc, document, strlen(document), &fault);
    ck_assert_ptr_nonnull(xml);
}

static void tear_down(void)
{
    ogbv__xml_free(xml);
    ogbv__arena_free(&arena);
}

START_TEST(elements_come_in_order_with_their_lines)
{
    const struct ogbv__node *root = ogbv__xml_root(xml), *one = ogbv__node_first(root);
    const struct ogbv__node *two = ogbv__node_next(one), *last = ogbv__node_next(two);
    ck_assert_str_eq(ogbv__node_name(root), "root");
    ck_assert_str_eq(ogbv__node_name(one), "one");
    ck_assert_str_eq(ogbv__node_name(two), "two");
    ck_assert_str_eq(ogbv__node_name(last), "one");
    ck_assert_ptr_null(ogbv__node_next(last));
    ck_assert_ptr_null(ogbv__node_first(two));
    ck_assert_int_eq(ogbv__node_line(root), 2);
    ck_assert_int_eq(ogbv__node_line(one), 3);
    ck_assert_int_eq(ogbv__node_line(two), 5);
    ck_assert_int_eq(ogbv__node_line(last), 6);
}
END_TEST

START_TEST(attributes_are_found_by_name_and_place)
{
    const char *name, *value;
    const struct ogbv__node *root = ogbv__xml_root(xml), *one = ogbv__node_first(root);
    ck_assert_str_eq(ogbv__node_attr(root, "format"), "1");
    ck_assert_str_eq(ogbv__node_attr(root, "xml:lang"), "en");
    ck_assert_ptr_null(ogbv__node_attr(root, "lang"));
    ck_assert_str_eq(ogbv__node_attr(one, "empty"), "");
    ck_assert_ptr_null(ogbv__node_attr(one, "i"));
    ck_assert(ogbv__node_attr_at(root, 1, &name, &value));
    ck_assert_str_eq(name, "xml:lang");
    ck_assert_str_eq(value, "en");
    ck_assert(!ogbv__node_attr_at(root, 2, &name, &value));
}
END_TEST

START_TEST(white_space_is_folded)
{
    const struct ogbv__node *root = ogbv__xml_root(xml), *one = ogbv__node_first(root);
    ck_assert_str_eq(ogbv__node_text(one, &arena), "words and more");
    ck_assert_str_eq(ogbv__node_text(root, &arena), "text");
    ck_assert_str_eq(ogbv__node_text(ogbv__node_next(one), &arena), "");
    ck_assert(ogbv__node_has_text(one) && ogbv__node_has_text(root));
    ck_assert(!ogbv__node_has_text(ogbv__node_next(one)));
}
END_TEST

Suite *suite_xml(void)
{
    Suite *suite = suite_create("xml");
    TCase *bytes = tcase_create("bytes"), *cursor = tcase_create("cursor");
    tcase_add_loop_test(bytes, what_is_wrong_with_bytes_is_told, 0, ROWS(refused));
    tcase_add_loop_test(bytes, what_is_well_formed_is_read, 0, ROWS(accepted));
    tcase_add_test(bytes, a_tag_has_a_limit);
    tcase_add_test(bytes, depth_has_a_limit);
    tcase_add_test(bytes, many_attributes_take_no_time);
    tcase_add_test(bytes, text_and_comments_have_no_such_limit);
    suite_add_tcase(suite, bytes);
    tcase_add_checked_fixture(cursor, set_up, tear_down);
    tcase_add_test(cursor, elements_come_in_order_with_their_lines);
    tcase_add_test(cursor, attributes_are_found_by_name_and_place);
    tcase_add_test(cursor, white_space_is_folded);
    suite_add_tcase(suite, cursor);
    return suite;
}

/* SPDX-License-Identifier: MIT */
#include "world.h"

/* One of everything that the format has, small: for tests that fail, race or look at memory. */

#define END_FROM(attributes, fact) "<end " attributes "><start fact='" fact "'/></end>"

static const char xa[] =
    LAND_OF("milder-law='yes'", "xa",
        "<label xml:lang='fr'>Pays</label><member-of org='xu' from='2015-01-01'/>",
        "<connection>" IS_VALUE("home", "xa") "</connection>\n"
        TERM("t", TEXT_OF("to='2019-12-31'", IS("a"))
                  TEXT_OF("from='2020-01-01'", IS("a") ANY(IS("b") IS_MIN("count", "2"))))
        OFFENCE("o", "conduct",
            TEXT_OF("to='2019-12-31'", ELEMENT("e", TERM_REF("t")))
            TEXT_OF("from='2020-01-01'",
                ELEMENT("e", TERM_REF("t")) ELEMENT("f", IS_MIN("fault", "reckless"))
                INAPPLICABLE("i", IS_MAX("age", "11"))
                UNLESS("u", "defendant", IS("c") AT_LEAST("2", IS("d") IS("k") IS("m")))
                UNLESS_RAISED("v", "raised", IS_VALUE("tie", "partner family"))
                "<penalty at='s 7' max-months='24'>two years</penalty>"
                "<aggravation id='g' at='s 8' max-months='48'><label>child</label>"
                IS_MAX("age", "17") "</aggravation>")
            "<proceedings at='s 9'>Anyone may report it.</proceedings>"
            DEADLINE("prosecute", "for='prosecutor' effect='bars'",
                END_FROM("amount='3' unit='year' first-day='excluded' month-rounding='down'",
                         "day")))
        OFFENCE_OF("by='pattern' concepts='fam.y'", "xa.p",
            TEXT_OF("to='2024-12-31'", ELEMENT("e", IS("norm")))
            TEXT_OF("from='2025-01-01'", ELEMENT("e", IS("norm") OPEN_POINT("p")
                "<difference from='first' to='last' unit='day' min='7'/>")))
        OFFENCE_OF("by='conduct' concepts='fam.y'", "xa.q",
            TEXT_OF("state='start-unknown' from='2024-01-01'", ELEMENT("e", RULE_REF("o"))))
        REMEDY_OF("kind='civil' by='filing' respondents='platform' without-notice='yes' "
                  "warnings='tells' concepts='fam.x'", "xa.r",
            "<forum>Court</forum><standard>more likely than not</standard>"
            TEXT(ELEMENT("e", ANY(FINDING("fam", "arguable", "ok") FINDING("xa.p", "met", "no"))))
            DEADLINE("claim", "for='applicant' effect='bars'",
                "<when>" IS("k") "</when>"
                END_FROM("amount='1' unit='month' first-day='counts' month-rounding='up' "
                         "roll='next' calendar='xa'", "start")
                END_FROM("amount='6' unit='year' first-day='excluded' month-rounding='down' "
                         "long-stop='yes'", "day")
                "<suspended from='stop' to='seen'/>")
            DEADLINE("answer", "for='platform' effect='target'",
                END_FROM("amount='48' unit='hour' first-day='excluded'", "notice"))
            "<head>pain</head><evidence>screenshots</evidence><step>write</step><note>n</note>")
        REMEDY_OF("kind='restorative' by='filing'", "xa.s", TEXT(ELEMENT("e", IS("a"))))
        "<none-found concept='oth.z' looked='2026-11-21'>all acts</none-found>");

static const char xu[] =
    LAND_OF("kind='union'", "xu", "",
        "<baseline id='xu.b' class='criminal' by='conduct' concepts='fam.x' source='src' at='1'>"
        "<label>Minimum</label>" TEXT(ELEMENT("e", IS("a"))) "</baseline>");

static const char instrument[] =
    "<instrument format='1' id='treaty' kind='treaty'><label>Treaty</label>"
    "<source id='t' kind='treaty' seen='secondary' url='https://example.org/' read='2026-01-01'>"
    "Treaty</source><party jurisdiction='xa' state='in-force' from='2020-01-01' "
    "seen='secondary'/></instrument>";

static const char tests[] =
    "<tests format='1' id='xa'>\n"
    "<base id='b' on='2026-03-01' jurisdictions='xa'><title>b</title>"
    "<given fact='a' value='yes'/><given fact='day' value='2026-02'/></base>\n"
    "<test id='one' base='b'><title>one</title><given fact='b' value='yes'/>"
    "<given fact='fault' min='reckless'/><given fact='age' value='30'/>"
    "<expect of='xa.o' status='met' contestable='yes'/></test>\n"
    "<test id='two' base='b'><title>two</title>"
    "<act id='x'><given fact='b' value='no'/><given fact='count' value='1'/></act>"
    "<expect of='xa.o' status='not-met' because='e'/></test>\n"
    "</tests>\n";

const struct world_file world_rich[] = {
    { "jurisdictions/xa.xml", xa }, { "jurisdictions/xu.xml", xu },
    { "instruments/treaty.xml", instrument }, { "tests/xa.xml", tests }, { "RELEASE", "2026.11\n" },
};

/* SPDX-License-Identifier: MIT */
/* What it is for: the only user of libxml2: bytes in, a tree of elements out.
 * What it must not know: the vocabulary of the data, files, directories.
 * Invariant: whatever the bytes are - no network, no other file, no global handler left changed, no
 * output, no crash; a document is handed out only when libxml2 reported nothing at all against it.
 * libxml2's own memory failures can look like success with another tree, hence the checks of every
 * error slot after the parse. */
#include "load/xml.h"

#include "base/text.h"
#include "core/diag.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <string.h>

enum { MAX_TAG = 64 * 1024 };

static pthread_once_t once = PTHREAD_ONCE_INIT;

struct state {
    struct ogbv__xml_fault *fault;
    int errors, doctype;
};

static void set_fault(struct ogbv__xml_fault *fault, int32_t code, int32_t line, const char *text)
{
    if (fault->code)
        return;
    fault->code = code;
    fault->line = line;
    size_t n = strlen(text);
    while (n > 0 && ogbv__is_space(text[n - 1]))
        n--;
    if (n >= sizeof fault->text)
        n = sizeof fault->text - 1;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)    /* not within a character */
        n--;
    memcpy(fault->text, text, n);
    fault->text[n] = '\0';
}

/* ---- before the parse: what libxml2 is slow or lenient about ------------------------------ */

static int32_t line_of(const char *bytes, size_t at)
{
    int32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

/* Where the tag begins that holds a byte; SIZE_MAX outside of tags. A '>' in quotes does not end a
 * tag, and a quote in a comment is none. */
static size_t tag_start(const char *bytes, size_t i, size_t start, char *quote)
{
    int in_comment = start < i && bytes[start + 1] == '!';
    if (bytes[i] == '<')
        *quote = 0;
    else if (*quote)
        *quote = bytes[i] == *quote ? 0 : *quote;
    else if (start < i && !in_comment && (bytes[i] == '"' || bytes[i] == '\''))
        *quote = bytes[i];
    else if (bytes[i] == '>')
        return SIZE_MAX;
    return bytes[i] == '<' ? i : start;
}

static int scan_tags(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    size_t start = SIZE_MAX;
    char quote = 0;
    for (size_t i = 0; i < n; i++) {
        const char *next = start == SIZE_MAX ? memchr(bytes + i, '<', n - i) : bytes + i;
        if (!next)
            break;
        i = (size_t)(next - bytes);
        start = tag_start(bytes, i, start, &quote);
        if (start == i && n - i >= 9 && memcmp(bytes + i, "<!DOCTYPE", 9) == 0) {
            set_fault(fault, OGBV__D_XML_DOCTYPE, line_of(bytes, i), "DOCTYPE");
            return 0;
        }
        if (start < i && i - start > MAX_TAG) {
            set_fault(fault, OGBV__D_XML_LIMIT, line_of(bytes, start), "a tag over 64 KiB");
            return 0;
        }
    }
    return 1;
}

static size_t skip_spaces(const char *bytes, size_t at, size_t end)
{
    while (at < end && ogbv__is_space(bytes[at]))
        at++;
    return at;
}

static int is_utf8_name(const char *bytes, size_t at, size_t end)
{
    static const char *const names[] = { "\"UTF-8\"", "'UTF-8'", "\"utf-8\"", "'utf-8'" };
    at = skip_spaces(bytes, at, end);
    if (at == end || bytes[at] != '=')
        return 0;
    at = skip_spaces(bytes, at + 1, end);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (end - at >= 7 && memcmp(bytes + at, names[i], 7) == 0)
            return 1;
    return 0;
}

static int scan_encoding(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    static const char mark[] = "\xEF\xBB\xBF", word[] = "encoding";
    size_t at = n >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0, end = at;
    if (n - at < 5 || memcmp(bytes + at, "<?xml", 5) != 0)
        return 1;
    while (end < n && bytes[end] != '>')
        end++;
    for (; at + sizeof word - 1 <= end; at++)
        if (memcmp(bytes + at, word, sizeof word - 1) == 0
            && !is_utf8_name(bytes, at + sizeof word - 1, end)) {
            set_fault(fault, OGBV__D_XML_BYTES, 1, "another encoding than UTF-8 is declared");
            return 0;
        }
    return 1;
}

static int scan(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    if (!ogbv__text_is_utf8(bytes, n)) {
        set_fault(fault, OGBV__D_XML_BYTES, 0, "not UTF-8, or a control character");
        return 0;
    }
    return scan_encoding(bytes, n, fault) && scan_tags(bytes, n, fault);
}

/* ---- the parse --------------------------------------------------------------------------- */

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    xmlParserCtxtPtr ctxt = user;
    struct state *state = ctxt->_private;
    (void)name, (void)external, (void)system;
    state->doctype = 1;
    xmlStopParser(ctxt);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
    (void)user;
    return xmlGetPredefinedEntity(name);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *user, const xmlError *error)
#else
static void on_error(void *user, xmlErrorPtr error)
#endif
{
    xmlParserCtxtPtr ctxt = user;
    struct state *state = ctxt ? ctxt->_private : NULL;
    if (!state || !error)
        return;
    int32_t code = error->code == XML_ERR_NO_MEMORY ? -1 : OGBV__D_XML_SYNTAX;
    set_fault(state->fault, code, error->line, error->message ? error->message : "");
    if (++state->errors >= 20)
        xmlStopParser(ctxt);
}

/* Errors that libxml2 raises without a context would otherwise go to stderr. */
#if LIBXML_VERSION >= 21200
static void on_stray(void *user, const xmlError *error)
#else
static void on_stray(void *user, xmlErrorPtr error)
#endif
{
    struct state *state = user;
    if (!error)
        return;
    state->errors++;
    set_fault(state->fault, error->code == XML_ERR_NO_MEMORY ? -1 : OGBV__D_XML_SYNTAX, error->line,
              error->message ? error->message : "");
}

static int options(void)
{
    int bits = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC
        | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT;
#if LIBXML_VERSION >= 21300
    bits |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
    bits |= XML_PARSE_NO_SYS_CATALOG;
#endif
    return bits;
}

/* A failure that names no error is one of memory too. */
static int no_memory(const xmlParserCtxt *ctxt, const xmlError *last)
{
    int32_t code = last ? last->code : 0;
    if (ctxt->errNo == XML_ERR_NO_MEMORY || ctxt->lastError.code == XML_ERR_NO_MEMORY)
        return 1;
    return code == XML_ERR_NO_MEMORY || (!ctxt->errNo && !ctxt->lastError.code && !code);
}

static xmlDocPtr parse(xmlParserCtxtPtr ctxt, const char *bytes, size_t n, struct state *state)
{
    ctxt->_private = state;
    ctxt->sax->internalSubset = on_doctype;
    ctxt->sax->getEntity = on_entity;
    ctxt->sax->serror = on_error;
    xmlDocPtr doc = xmlCtxtReadMemory(ctxt, bytes, (int)n, NULL, "UTF-8", options());
    const xmlError *last = xmlGetLastError();
    int clean = doc && ctxt->wellFormed && ctxt->nsWellFormed && !state->doctype && !state->errors
        && ctxt->errNo == 0 && ctxt->lastError.code == 0 && (!last || last->code == 0);
    if (clean)
        return doc;
    if (doc)
        xmlFreeDoc(doc);
    if (state->doctype)
        set_fault(state->fault, OGBV__D_XML_DOCTYPE, 0, "DOCTYPE");
    set_fault(state->fault, no_memory(ctxt, last) ? -1 : OGBV__D_XML_SYNTAX, 0, "not well-formed");
    return NULL;
}

static xmlDocPtr parse_quietly(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    struct state state = { .fault = fault };
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *payload = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(&state, on_stray);
    xmlResetLastError();
    xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
    xmlDocPtr doc = ctxt ? parse(ctxt, bytes, n, &state) : NULL;
    if (!ctxt)
        set_fault(fault, -1, 0, "");
    xmlFreeParserCtxt(ctxt);
    xmlResetLastError();
    xmlSetStructuredErrorFunc(payload, handler);
    return doc;
}

/* ---- after the parse: nodes that the format does not have ---------------------------------- */

static int is_plain(const xmlNode *node)
{
    switch (node->type) {
    case XML_TEXT_NODE:
    case XML_COMMENT_NODE:
        return 1;
    case XML_ELEMENT_NODE:
        return node->ns == NULL && node->nsDef == NULL;
    default:
        return 0;
    }
}

static int attributes_plain(const xmlNode *node)
{
    for (const xmlAttr *attr = node->properties; attr; attr = attr->next) {
        int is_lang = attr->ns && strcmp((const char *)attr->name, "lang") == 0;
        if (attr->ns && !is_lang)
            return 0;
        if (attr->children && (attr->children->type != XML_TEXT_NODE || attr->children->next))
            return 0;
    }
    return 1;
}

/* In document order without recursion; depth is bounded by libxml2 anyway. */
static const xmlNode *following(const xmlNode *node, const xmlNode *top)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static int all_plain(xmlDocPtr doc, struct ogbv__xml_fault *fault)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    for (const xmlNode *node = doc->children; node; node = node->next)
        if (!is_plain(node))
            set_fault(fault, OGBV__D_NODE, (int32_t)xmlGetLineNo((xmlNodePtr)node), "");
    for (const xmlNode *node = root; node; node = following(node, root))
        if (!is_plain(node) || (node->type == XML_ELEMENT_NODE && !attributes_plain(node)))
            set_fault(fault, OGBV__D_NODE, (int32_t)xmlGetLineNo((xmlNodePtr)node), "");
    return fault->code == 0;
}

struct ogbv__xml *ogbv__xml_parse(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    memset(fault, 0, sizeof *fault);
    if (n > INT32_MAX || !scan(bytes, n, fault))
        return NULL;
    pthread_once(&once, xmlInitParser);
    xmlDocPtr doc = parse_quietly(bytes, n, fault);
    if (doc && !all_plain(doc, fault)) {
        xmlFreeDoc(doc);
        doc = NULL;
    }
    return (struct ogbv__xml *)doc;
}

void ogbv__xml_free(struct ogbv__xml *xml)
{
    if (xml)
        xmlFreeDoc((xmlDocPtr)xml);
}

/* ---- the cursor -------------------------------------------------------------------------- */

const struct ogbv__node *ogbv__xml_root(const struct ogbv__xml *xml)
{
    return (const struct ogbv__node *)xmlDocGetRootElement((xmlDocPtr)xml);
}

static const xmlNode *inner(const struct ogbv__node *node)
{
    return (const xmlNode *)node;
}

static const struct ogbv__node *element_from(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return (const struct ogbv__node *)node;
}

const char *ogbv__node_name(const struct ogbv__node *node)
{
    return (const char *)inner(node)->name;
}

int32_t ogbv__node_line(const struct ogbv__node *node)
{
    return (int32_t)xmlGetLineNo((xmlNodePtr)inner(node));
}

const struct ogbv__node *ogbv__node_first(const struct ogbv__node *node)
{
    return element_from(inner(node)->children);
}

const struct ogbv__node *ogbv__node_next(const struct ogbv__node *node)
{
    return element_from(inner(node)->next);
}

static const char *attr_name(const xmlAttr *attr)
{
    return attr->ns ? "xml:lang" : (const char *)attr->name;
}

static const char *attr_value(const xmlAttr *attr)
{
    return attr->children ? (const char *)attr->children->content : "";
}

const char *ogbv__node_attr(const struct ogbv__node *node, const char *name)
{
    for (const xmlAttr *attr = inner(node)->properties; attr; attr = attr->next)
        if (strcmp(attr_name(attr), name) == 0)
            return attr_value(attr);
    return NULL;
}

int ogbv__node_attr_at(const struct ogbv__node *node, size_t i, const char **name,
                       const char **value)
{
    const xmlAttr *attr = inner(node)->properties;
    while (attr && i > 0) {
        attr = attr->next;
        i--;
    }
    if (!attr)
        return 0;
    *name = attr_name(attr);
    *value = attr_value(attr);
    return 1;
}

int ogbv__node_has_text(const struct ogbv__node *node)
{
    for (const xmlNode *kid = inner(node)->children; kid; kid = kid->next)
        for (const char *p = (const char *)kid->content; kid->type == XML_TEXT_NODE && *p; p++)
            if (!ogbv__is_space(*p))
                return 1;
    return 0;
}

const char *ogbv__node_text(const struct ogbv__node *node, struct ogbv__arena *arena)
{
    size_t size = 1, n = 0;
    for (const xmlNode *kid = inner(node)->children; kid; kid = kid->next)
        if (kid->type == XML_TEXT_NODE)
            size += strlen((const char *)kid->content);
    char *text = ogbv__arena_take(arena, size);
    for (const xmlNode *kid = inner(node)->children; text && kid; kid = kid->next)
        for (const char *p = (const char *)kid->content; kid->type == XML_TEXT_NODE && *p; p++) {
            int space = ogbv__is_space(*p);
            if (!space || (n > 0 && text[n - 1] != ' '))
                text[n++] = space ? ' ' : *p;
        }
    if (text && n > 0 && text[n - 1] == ' ')
        text[n - 1] = '\0';
    return text;
}

/* SPDX-License-Identifier: MIT */
/* What it is for: the only user of libxml2: bytes in, a tree of elements out.
 * What it must not know: the vocabulary of the data, files, directories.
 * Invariant: whatever the bytes are - no network, no other file, no global handler left changed, no
 * output, no crash; a document is handed out only when libxml2 reported nothing at all against it.
 * libxml2's own memory failures can look like success with another tree, hence the checks of every
 * error slot after the parse. */
#include "load/xml.h"

#include "core/diag.h"
#include "load/xml_scan.h"
#include "load/xml_tree.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

struct state {
    struct ogbv__xml *xml;
    struct ogbv__xml_fault *fault;
    struct ogbv__xml_fault node;    /* well-formed, but nothing that the format has */
    int errors, doctype;
};

/* ---- what libxml2 tells: the document ---------------------------------------------------- */

static struct state *state_of(void *user)
{
    return ((xmlParserCtxtPtr)user)->_private;
}

static void refuse_node(void *user)
{
    ogbv__xml_refuse(&state_of(user)->node, OGBV__D_NODE, xmlSAX2GetLineNumber(user), "");
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    state_of(user)->doctype = 1;
    xmlStopParser(user);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
    (void)user;
    return xmlGetPredefinedEntity(name);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    (void)target, (void)data;
    refuse_node(user);
}

static void on_cdata(void *user, const xmlChar *bytes, int n)
{
    (void)bytes, (void)n;
    refuse_node(user);
}

static void on_text(void *user, const xmlChar *bytes, int n)
{
    ogbv__xml_add_text(state_of(user)->xml, (const char *)bytes, (size_t)n);
}

static void keep_attribute(void *user, const xmlChar *const *at, struct ogbv__attr *attr)
{
    struct ogbv__xml *xml = state_of(user)->xml;
    const char *name = (const char *)at[0], *value = (const char *)at[3];
    int is_lang = at[1] && strcmp(name, "lang") == 0;
    if (at[1] && !is_lang)
        refuse_node(user);
    attr->name = is_lang ? "xml:lang" : ogbv__xml_keep(xml, name, strlen(name));
    attr->value = ogbv__xml_keep(xml, value, (size_t)((const char *)at[4] - value));
}

/* The parameters are those of libxml2; an attribute is five pointers: its name, prefix and
 * namespace, where its value begins and where it ends. */
static void on_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                       int n_spaces, const xmlChar **spaces, int n, int n_defaulted,
                       const xmlChar **given)
{
    enum { POINTERS = 5 };
    struct ogbv__attr *attrs = ogbv__xml_open(state_of(user)->xml, (const char *)name,
                                              xmlSAX2GetLineNumber(user), (size_t)n);
    (void)spaces, (void)n_defaulted;
    if (prefix || uri || n_spaces > 0)
        refuse_node(user);
    for (int i = 0; attrs && i < n; i++)
        keep_attribute(user, given + POINTERS * i, &attrs[i]);
}

static void on_element_end(void *user, const xmlChar *name, const xmlChar *prefix,
                           const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    ogbv__xml_close(state_of(user)->xml);
}

/* ---- what libxml2 tells: errors ---------------------------------------------------------- */

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
    ogbv__xml_refuse(state->fault, code, error->line, error->message ? error->message : "");
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
    int32_t code = error->code == XML_ERR_NO_MEMORY ? -1 : OGBV__D_XML_SYNTAX;
    ogbv__xml_refuse(state->fault, code, error->line, error->message ? error->message : "");
}

/* ---- the parse --------------------------------------------------------------------------- */

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

static void listen(xmlParserCtxtPtr ctxt, struct state *state)
{
    xmlSAXHandlerPtr sax = ctxt->sax;
    ctxt->_private = state;
    sax->internalSubset = on_doctype;
    sax->getEntity = on_entity;
    sax->startElementNs = on_element;
    sax->endElementNs = on_element_end;
    sax->characters = sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_cdata;
    sax->processingInstruction = on_instruction;
    sax->comment = NULL;
    sax->serror = on_error;
}

static int parse(xmlParserCtxtPtr ctxt, const char *bytes, size_t n, struct state *state)
{
    listen(ctxt, state);
    xmlDocPtr doc = xmlCtxtReadMemory(ctxt, bytes, (int)n, NULL, "UTF-8", options());
    const xmlError *last = xmlGetLastError();
    int clean = doc && ctxt->wellFormed && ctxt->nsWellFormed && !state->doctype && !state->errors
        && ctxt->errNo == 0 && ctxt->lastError.code == 0 && (!last || last->code == 0);
    xmlFreeDoc(doc);
    if (clean)
        return 1;
    if (state->doctype)
        ogbv__xml_refuse(state->fault, OGBV__D_XML_DOCTYPE, 0, "DOCTYPE");
    ogbv__xml_refuse(state->fault, no_memory(ctxt, last) ? -1 : OGBV__D_XML_SYNTAX, 0,
                     "not well-formed");
    return 0;
}

static int parse_quietly(const char *bytes, size_t n, struct state *state)
{
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *payload = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(state, on_stray);
    xmlResetLastError();
    xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
    int clean = ctxt && parse(ctxt, bytes, n, state);
    if (!ctxt)
        ogbv__xml_refuse(state->fault, -1, 0, "");
    xmlFreeParserCtxt(ctxt);
    xmlResetLastError();
    xmlSetStructuredErrorFunc(payload, handler);
    return clean;
}

struct ogbv__xml *ogbv__xml_parse(const struct ogbv__alloc *alloc, const char *bytes, size_t n,
                                  struct ogbv__xml_fault *fault)
{
    memset(fault, 0, sizeof *fault);
    if (n > INT32_MAX || !ogbv__xml_scan(bytes, n, fault))
        return NULL;
    pthread_once(&once, xmlInitParser);
    struct state state = { .fault = fault, .xml = ogbv__xml_new(alloc) };
    int clean = state.xml && parse_quietly(bytes, n, &state);
    if (!state.xml || ogbv__xml_failed(state.xml))
        fault->code = -1;
    else if (clean)
        *fault = state.node;
    if (fault->code == 0)
        return state.xml;
    ogbv__xml_free(state.xml);
    return NULL;
}

/* SPDX-License-Identifier: MIT */
/* What it is for: the element view: what each definition requires, excludes, leaves open or does
 * not care about - decided by search, not read off the tree.
 * What it must not know: pairs.
 * Invariant: required and irrelevant are said only after a complete search found no case against.
 * */
#include "engine/compare.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"

#include <string.h>

/* ---- which atoms ------------------------------------------------------------------------- */

/* The first place where a version speaks of an atom; NULL when it does not. */
static const struct ogbv__part *speaks(const struct ogbv__version *version, uint32_t atom);

static int cond_speaks(const struct ogbv__cond *cond, uint32_t atom)
{
    if (cond->op == OGBV__TEST && cond->atom == atom)
        return 1;
    if (cond->op == OGBV__REF && speaks(cond->version, atom))
        return 1;
    for (size_t i = 0; i < cond->n_kids; i++)
        if (cond_speaks(cond->kids[i], atom))
            return 1;
    return 0;
}

static const struct ogbv__part *speaks(const struct ogbv__version *version, uint32_t atom)
{
    for (size_t p = 0; p < version->n_parts; p++) {
        const struct ogbv__part *part = &version->parts[p];
        if (part->kind != OGBV__AGGRAVATION && !part->jurisdictional
            && cond_speaks(part->cond, atom))
            return part;
    }
    return NULL;
}

static const char *citation(const struct ogbv__definition *definition, uint32_t atom)
{
    for (size_t v = 0; v < definition->n_versions; v++) {
        const struct ogbv__part *part = speaks(definition->versions[v], atom);
        if (part)
            return part->cite.text ? part->cite.text : "";
    }
    return "";
}

static int is_spoken_of(const struct ogbv_comparison *comparison, uint32_t atom)
{
    const struct ogbv_fact *fact = comparison->db->atoms[atom].fact;
    if (ogbv__is_day_role(fact))
        return 0;
    for (size_t d = 0; d < comparison->n_definitions; d++)
        for (size_t v = 0; v < comparison->definitions[d].n_versions; v++)
            if (speaks(comparison->definitions[d].versions[v], atom))
                return 1;
    return 0;
}

/* ---- searches for one definition --------------------------------------------------------- */

/* What earlier searches taught about a definition. */
enum { SEEN_TRUE = 1, SEEN_FALSE = 2, TOUCHED = 4 };

struct known {
    uint8_t *atoms;     /* covered cases with the atom true, false; whether the search reads it */
    int8_t *matters;    /* by fact: 0 not asked, else 1 + outcome */
};

struct view {
    struct ogbv_comparison *comparison;
    const struct ogbv__definition *definition;
    uint32_t atom;
    struct known *known;
};

static void set_days(const struct view *view, struct ogbv__search *search)
{
    const struct ogbv_db *db = view->comparison->db;
    for (int32_t role = OGBV__ROLE_CONDUCT; role < OGBV__ROLE_RESTORATIVE; role++)
        ogbv__search_set(search, db->roles[role], view->definition->day);
    search->budget = view->comparison->nearest;
    search->prefer = view->comparison->core;
}

/* Tests of facts that the search speaks of. */
static void learn_touched(const struct view *view, const struct ogbv__search *search)
{
    const struct ogbv_db *db = view->comparison->db;
    for (uint32_t i = 0; i < db->n_atoms; i++) {
        const struct ogbv__atom *atom = &db->atoms[i];
        if (search->domain_of[atom->fact->index]
            || (atom->fact2 && search->domain_of[atom->fact2->index]))
            view->known->atoms[i] |= TOUCHED;
    }
}

/* What a case that was found to be covered makes of each test. */
static void learn_atoms(const struct view *view, const struct ogbv__search *search)
{
    static const uint8_t seen[] = { [OGBV__NO] = SEEN_FALSE, [OGBV__UNKNOWN] = 0,
                                    [OGBV__YES] = SEEN_TRUE };
    const struct ogbv_db *db = view->comparison->db;
    for (uint32_t i = 0; i < db->n_atoms; i++) {
        const struct ogbv__atom *atom = &db->atoms[i];
        const struct ogbv__value *value = &search->values[atom->fact->index];
        const struct ogbv__value *other = atom->fact2 ? &search->values[atom->fact2->index] : NULL;
        if (view->known->atoms[i] & TOUCHED)
            view->known->atoms[i] |= seen[ogbv__atom_test(atom, value, other)];
    }
}

/* Whether the case that was found is covered no longer when one fact has another value. */
static void learn_whether_matters(const struct view *view, struct ogbv__search *search,
                                  uint32_t in)
{
    const struct ogbv_fact *fact = view->comparison->db->atoms[view->atom].fact;
    uint32_t place = search->domain_of[fact->index];
    const struct ogbv__domain *domain = place ? &search->domains[place - 1] : NULL;
    for (size_t i = 0; domain && i < domain->n; i++) {
        size_t mark = ogbv__search_mark(search);
        ogbv__search_assign(search, fact, domain->values[i]);
        if (ogbv__search_look(search) >= 0 && search->planes[in ^ 1])
            view->known->matters[fact->index] = 1 + OGBV__FOUND;
        ogbv__search_undo(search, mark);
    }
}

/* Whether some case is covered where a reference is true: (the atom's; with the last bit flipped:
 * its contrary; or just true). */
static int search_covered(const struct view *view, uint32_t ref)
{
    struct ogbv__arena arena;
    struct ogbv__compiler c;
    struct ogbv__search search;
    int outcome = OGBV__UNDECIDED;
    ogbv__arena_init(&arena, &view->comparison->arena.alloc, 0);
    if (ogbv__compiler_init(&c, &arena, view->comparison->db)) {
        c.no_jurisdictional = 1;
        uint32_t in = ogbv__define(&c, view->comparison, view->definition);
        uint32_t goal = ogbv__gate_both(&c, in, ref);
        if (ogbv__search_init(&search, &arena, c.db, c.gates, goal)) {
            set_days(view, &search);
            if (ogbv__search_prepare(&search, NULL, NULL))
                outcome = ogbv__search_run(&search);
        }
        if (ref == OGBV__REF_TRUE && !arena.failed)
            learn_touched(view, &search);
        if (outcome == OGBV__FOUND) {
            learn_atoms(view, &search);
            learn_whether_matters(view, &search, in);
        }
    }
    if (arena.failed)
        view->comparison->arena.failed = 1;
    ogbv__arena_free(&arena);
    return outcome;
}

static int covered_where(const struct view *view, uint32_t flip)
{
    if (view->known->atoms[view->atom] & (flip ? SEEN_FALSE : SEEN_TRUE))
        return OGBV__FOUND;
    return search_covered(view, (2 * (1 + view->atom)) ^ flip);
}

static int version_speaks(const struct ogbv__version *version, const struct ogbv_db *db,
                          const struct ogbv_fact *fact)
{
    for (uint32_t i = 0; i < db->n_atoms; i++)
        if (db->atoms[i].fact == fact && speaks(version, i))
            return 1;
    return 0;
}

static int scope_speaks(const struct view *view)
{
    const struct ogbv_db *db = view->comparison->db;
    for (uint32_t i = 0; i < db->n_atoms; i++)
        if (db->atoms[i].fact == db->atoms[view->atom].fact
            && cond_speaks(view->comparison->concept_->scope, i))
            return 1;
    return 0;
}

/* Whether the definition speaks of the atom's fact at all. */
static int reads(const struct view *view)
{
    const struct ogbv_db *db = view->comparison->db;
    for (size_t v = 0; v < view->definition->n_versions; v++)
        if (version_speaks(view->definition->versions[v], db, db->atoms[view->atom].fact))
            return 1;
    return scope_speaks(view);
}

/* The texts that do not speak of the fact: they say the same whatever its value is, unless the
 * scope speaks of it. */
static struct ogbv__definition silent_part(struct ogbv__arena *arena, const struct view *view)
{
    struct ogbv__definition silent = *view->definition;
    const struct ogbv_db *db = view->comparison->db;
    silent.n_versions = 0;
    silent.versions = ogbv__arena_array(arena, view->definition->n_versions,
                                        sizeof *silent.versions);
    if (scope_speaks(view))
        return silent;
    for (size_t v = 0; silent.versions && v < view->definition->n_versions; v++)
        if (!version_speaks(view->definition->versions[v], db, db->atoms[view->atom].fact))
            silent.versions[silent.n_versions++] = view->definition->versions[v];
    return silent;
}

/* The definition as it reads where a fact has one value: its atoms become constants. Without the
 * texts of `silent`, when that is given. */
static uint32_t define_with(struct ogbv__compiler *c, const struct view *view,
                            const struct ogbv__value *value,
                            const struct ogbv__definition *silent)
{
    const struct ogbv_db *db = c->db;
    const struct ogbv_fact *fact = db->atoms[view->atom].fact;
    uint32_t *fixed = ogbv__arena_array(c->arena, db->n_atoms, sizeof *fixed);
    if (!fixed)
        return OGBV__REF_FALSE;
    for (uint32_t i = 0; i < db->n_atoms; i++) {
        const struct ogbv__atom *atom = &db->atoms[i];
        fixed[i] = 2 * (1 + i);
        if (atom->fact == fact && !atom->fact2)
            fixed[i] = ogbv__atom_test(atom, value, NULL) == OGBV__YES ? OGBV__REF_TRUE
                                                                       : OGBV__REF_FALSE;
    }
    memset(c->done, 0, db->n_versions);
    c->fixed = fixed;
    uint32_t in = ogbv__define_without(c, view->comparison, view->definition, silent);
    c->fixed = NULL;
    return in;
}

/* Whether some case is covered with the first value and not with the second, all else equal. */
static int differs_between(const struct view *view, const struct ogbv__value *sides)
{
    struct ogbv__arena arena;
    struct ogbv__compiler c;
    struct ogbv__search search;
    int outcome = OGBV__UNDECIDED;
    ogbv__arena_init(&arena, &view->comparison->arena.alloc, 0);
    if (ogbv__compiler_init(&c, &arena, view->comparison->db)) {
        c.no_jurisdictional = 1;
        struct ogbv__definition silent = silent_part(&arena, view);
        uint32_t with = define_with(&c, view, &sides[0], &silent);
        uint32_t without = define_with(&c, view, &sides[1], NULL);
        uint32_t goal = ogbv__gate_both(&c, with, without ^ 1);
        if (ogbv__search_init(&search, &arena, c.db, c.gates, goal)) {
            set_days(view, &search);
            if (ogbv__search_prepare(&search, c.db->atoms[view->atom].fact, sides))
                outcome = ogbv__search_run(&search);
        }
    }
    if (arena.failed)
        view->comparison->arena.failed = 1;
    ogbv__arena_free(&arena);
    return outcome;
}

static struct ogbv__value just(int64_t number)
{
    struct ogbv__value value = { .lo = number, .hi = number, .state = OGBV__GIVEN };
    return value;
}

/* Of all pairs of values that some atom tells apart: whether one makes a difference. */
static int any_difference(const struct view *view, const struct ogbv__domain *domain)
{
    int outcome = OGBV__NONE;
    for (size_t i = 0; i < domain->n * domain->n; i++) {
        struct ogbv__value sides[] = { just(domain->values[i / domain->n]),
                                       just(domain->values[i % domain->n]) };
        if (i / domain->n == i % domain->n)
            continue;
        int one = differs_between(view, sides);
        if (one == OGBV__FOUND)
            return OGBV__FOUND;
        if (one == OGBV__UNDECIDED)
            outcome = OGBV__UNDECIDED;
    }
    return outcome;
}

static int in_clause(const struct ogbv_db *db, uint32_t atom)
{
    for (size_t c = 0; c < db->n_clauses; c++)
        for (size_t i = 0; i < db->clauses[c].n_literals; i++)
            if (db->clauses[c].literals[i].atom == atom)
                return 1;
    return 0;
}

/* Whether any two values of the atom's fact are judged differently, all else equal. */
static int search_matters(const struct view *view)
{
    const struct ogbv_db *db = view->comparison->db;
    struct ogbv__arena arena;
    struct ogbv__search search = { .db = db, .arena = &arena };
    struct ogbv__domain domain = { .fact = db->atoms[view->atom].fact };
    int outcome = OGBV__UNDECIDED;
    ogbv__arena_init(&arena, &view->comparison->arena.alloc, 0);
    size_t n = 0;
    uint32_t *atoms = ogbv__arena_array(&arena, db->n_atoms, sizeof *atoms);
    for (uint32_t i = 0; atoms && i < db->n_atoms; i++)
        if (db->atoms[i].fact == domain.fact
            && (citation(view->definition, i)[0] || in_clause(db, i)
                || cond_speaks(view->comparison->concept_->scope, i)))
            atoms[n++] = i;
    if (atoms && ogbv__domain_init(&search, atoms, n, &domain))
        outcome = any_difference(view, &domain);
    ogbv__arena_free(&arena);
    return outcome;
}

static int matters(const struct view *view)
{
    int8_t *known = &view->known->matters[view->comparison->db->atoms[view->atom].fact->index];
    if (*known == 0)
        *known = (int8_t)(1 + search_matters(view));
    return *known - 1;
}

static int8_t state_of(const struct view *view)
{
    if (view->definition->status != OGBV_DEFINED)
        return -1;
    if (!(view->known->atoms[view->atom] & TOUCHED))
        return OGBV_ATOM_IRRELEVANT;    /* nothing connects them */
    if (covered_where(view, 1) == OGBV__NONE)
        return OGBV_ATOM_REQUIRED;
    if (covered_where(view, 0) == OGBV__NONE)
        return OGBV_ATOM_EXCLUDED;
    if (!reads(view))
        return OGBV_ATOM_IRRELEVANT;    /* it does not speak of the fact */
    if (!view->comparison->db->atoms[view->atom].fact2 && matters(view) == OGBV__NONE)
        return OGBV_ATOM_IRRELEVANT;
    return OGBV_ATOM_OPEN;
}

/* ---- words ------------------------------------------------------------------------------- */

static void number_words(struct ogbv__buf *text, const struct ogbv_fact *fact, int64_t number)
{
    char words[26];
    if (fact->n_values) {
        ogbv__buf_text(text, fact->values[number].id);
    } else if (fact->type == OGBV_DATE) {
        ogbv__date_text(number, words);
        ogbv__buf_text(text, words);
    } else if (fact->type == OGBV_PLACE) {
        ogbv__place_text(number, words);
        ogbv__buf_text(text, words);
    } else {
        ogbv__buf_int(text, number);
    }
}

static void list_words(struct ogbv__buf *text, const struct ogbv__atom *atom)
{
    for (int64_t i = 0; i < (int64_t)atom->fact->n_values; i++)
        if (atom->set >> i & 1) {
            ogbv__buf_text(text, text->n ? " " : "");
            number_words(text, atom->fact, i);
        }
    for (size_t i = 0; i < atom->n_list; i++) {
        ogbv__buf_text(text, text->n ? " " : "");
        number_words(text, atom->fact, atom->list[i]);
    }
}

static const char *range_words(struct ogbv__buf *text, const struct ogbv__atom *atom)
{
    int64_t min = atom->fact2 ? INT64_MIN : atom->fact->min;
    int64_t max = atom->fact2 ? INT64_MAX : atom->fact->max;
    int low = atom->lo > min, high = atom->hi < max;
    if (low)
        number_words(text, atom->fact, atom->lo);
    if (low && high)
        ogbv__buf_char(text, ' ');
    if (high)
        number_words(text, atom->fact, atom->hi);
    return low && high ? "range" : low ? "min" : "max";
}

static const char *words(struct ogbv__buf *text, const struct ogbv__atom *atom)
{
    if (atom->test == OGBV__DIFFERENCE) {
        ogbv__buf_texts(text, atom->fact2->id, " ", NULL);
        if (atom->lo != INT64_MIN)
            ogbv__buf_int(text, atom->lo);
        ogbv__buf_text(text, "..");
        if (atom->hi != INT64_MAX)
            ogbv__buf_int(text, atom->hi);
        return "difference";
    }
    if (atom->fact->type == OGBV_BOOLEAN) {
        ogbv__buf_text(text, atom->lo ? "yes" : "no");
        return "is";
    }
    if (atom->test == OGBV__IN_RANGE)
        return range_words(text, atom);
    list_words(text, atom);
    return atom->test == OGBV__IN_PLACE ? "within" : "in";
}

static void describe(struct ogbv_comparison *comparison, struct ogbv_atom *seen)
{
    struct ogbv__buf text;
    ogbv__buf_init(&text, &comparison->arena.alloc);
    seen->op = words(&text, seen->atom);
    seen->value = ogbv__arena_string(&comparison->arena, ogbv__buf_string(&text));
    if (text.failed)
        comparison->arena.failed = 1;
    ogbv__buf_free(&text);
}

/* ---- the view ---------------------------------------------------------------------------- */

static void view_atom(struct ogbv_comparison *comparison, uint32_t atom, struct known *known)
{
    struct ogbv_atom *seen = &comparison->atoms[comparison->n_atoms++];
    size_t n = comparison->n_definitions;
    seen->atom = &comparison->db->atoms[atom];
    seen->n_definitions = n;
    seen->states = ogbv__arena_array(&comparison->arena, n, sizeof *seen->states);
    seen->citations = ogbv__arena_array(&comparison->arena, n, sizeof *seen->citations);
    for (size_t d = 0; d < n && !comparison->arena.failed; d++) {
        struct view view = { comparison, &comparison->definitions[d], atom, &known[d] };
        seen->citations[d] = citation(view.definition, atom);
        seen->states[d] = state_of(&view);
    }
    describe(comparison, seen);
}

/* One array of atoms and facts for each definition; its first search says what it touches. */
static struct known *begin(struct ogbv_comparison *comparison, struct ogbv__arena *arena)
{
    const struct ogbv_db *db = comparison->db;
    struct known *known = ogbv__arena_array(arena, comparison->n_definitions, sizeof *known);
    for (size_t d = 0; known && d < comparison->n_definitions; d++) {
        struct view view = { comparison, &comparison->definitions[d], 0, &known[d] };
        known[d].atoms = ogbv__arena_array(arena, db->n_atoms, 1);
        known[d].matters = ogbv__arena_array(arena, db->n_facts, 1);
        if (!arena->failed && view.definition->status == OGBV_DEFINED)
            (void)search_covered(&view, OGBV__REF_TRUE);
    }
    return arena->failed ? NULL : known;
}

void ogbv__view_elements(struct ogbv_comparison *comparison)
{
    const struct ogbv_db *db = comparison->db;
    struct ogbv__arena arena;
    ogbv__arena_init(&arena, &comparison->arena.alloc, 0);
    struct known *known = begin(comparison, &arena);
    comparison->atoms = ogbv__arena_array(&comparison->arena, db->n_atoms,
                                          sizeof *comparison->atoms);
    for (uint32_t f = 0; known && comparison->atoms && f < db->n_facts; f++)
        for (uint32_t i = 0; i < db->n_atoms; i++)      /* in the dictionary's order */
            if (db->atoms[i].fact == db->facts[f] && is_spoken_of(comparison, i))
                view_atom(comparison, i, known);
    comparison->arena.failed |= arena.failed;
    ogbv__arena_free(&arena);
}

/* SPDX-License-Identifier: MIT */
/* How long loading a data directory takes, warm, beside what libxml2 alone takes for the same
 * bytes.
 * usage: bench_load FOLDER */
#include "bench.h"

#include <dirent.h>
#include <libxml/parser.h>
#include <string.h>

enum { ROUNDS = 9, MOST_FILES = 512 };

static struct {
    char *bytes;
    size_t n;
} files[MOST_FILES];
static size_t n_files, n_bytes;

static void read_file(const char *folder, const char *name)
{
    char path[8192];
    size_t n = strlen(name);
    if (n < 4 || strcmp(name + n - 4, ".xml") != 0 || n_files == MOST_FILES)
        return;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        return;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    files[n_files].bytes = malloc((size_t)size + 1);
    files[n_files].n = fread(files[n_files].bytes, 1, (size_t)size, file);
    n_bytes += files[n_files++].n;
    fclose(file);
}

static void read_folder(const char *folder, const char *below)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, below);
    DIR *dir = opendir(path);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;)
        read_file(path, entry->d_name);
    if (dir)
        closedir(dir);
}

static double parse_all(void)
{
    double start = now();
    for (size_t i = 0; i < n_files; i++)
        xmlFreeDoc(xmlReadMemory(files[i].bytes, (int)files[i].n, NULL, NULL, XML_PARSE_NONET));
    return now() - start;
}

static double load_all(const char *folder, size_t *rules)
{
    double start = now();
    ogbv_db *db = load(folder, 0, NULL, NULL);
    double end = now();
    *rules = 0;
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        *rules += ogbv_rule_count(db, kind);
    ogbv_db_unref(db);
    return end - start;
}

int main(int argc, char **argv)
{
    static const char *const folders[] = { ".", "calendars", "instruments", "jurisdictions" };
    double best = 1e9, xml = 1e9;
    size_t rules = 0;
    if (argc < 2)
        return 2;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        read_folder(argv[1], folders[i]);
    for (int i = 0; i < ROUNDS; i++) {
        double one = load_all(argv[1], &rules), two = parse_all();
        best = one < best ? one : best;
        xml = two < xml ? two : xml;
    }
    printf("{\"bench\": \"load\", \"files\": %zu, \"bytes\": %zu, \"rules\": %zu, \"ms\": %.2f, "
           "\"libxml2_ms\": %.2f, \"ratio\": %.2f}\n", n_files, n_bytes, rules, best * 1e3,
           xml * 1e3, best / xml);
    return 0;
}

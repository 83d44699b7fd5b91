/* Runs a fuzz target over the files of the folders named: the corpus as a test, without libFuzzer. */
#include <dirent.h>
#include <stdio.h>

#include "tests/fuzz/fuzz.h"

/* In an allocation of exactly its size, so that a sanitizer sees one octet too many. */
static int replay_file(const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return -1;
    fseek(file, 0, SEEK_END);
    size_t len = (size_t)ftell(file);
    rewind(file);
    uint8_t *data = malloc(len ? len : 1);
    int status = data && fread(data, 1, len, file) == len ? 0 : -1;
    if (status == 0)
        LLVMFuzzerTestOneInput(data, len);
    free(data);
    fclose(file);
    return status;
}

static int replay_folder(const char *folder, size_t *count)
{
    char path[4096];
    DIR *dir = opendir(folder);
    if (!dir)
        return -1;
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (replay_file(path) != 0)
            fprintf(stderr, "%s: not read\n", path);
        else
            ++*count;
    }
    closedir(dir);
    return 0;
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++)
        if (replay_folder(argv[i], &count) != 0)
            perror(argv[i]);
    printf("%zu inputs replayed\n", count);
    return count == 0;
}

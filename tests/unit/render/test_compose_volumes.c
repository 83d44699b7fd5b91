/* volumes, tmpfs and shm_size. */
#include "render/compose_volumes.h"

#include "tests/unit/render/compose_part.h"

#define BEHIND "volumes:\n  data:\n  Db_data: {}\n  other: {driver: nfs}\n  scratch-1:\n"

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, BEHIND, volumes_convert);
}

#define OWN(name, dir, path, more)                                                                           \
    "{\"volumeMounts\":[{\"mountPath\":\"" path "\",\"name\":\"" name "\"" more                              \
    "}],\"volumes\":[{\"emptyDir\":" dir ",\"name\":\"" name "\"}]}"

static void named_volumes_are_named_as_the_cluster_can(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"volumes: ['data:/var/lib']", "{\"volumes\":[\"data:/var/lib\"]}", NULL},
        {"volumes: ['data:/var/lib:ro', 'Db_data:/db']",
         "{\"volumes\":[\"data:/var/lib:ro\",\"db-data:/db\"]}", NULL},
        {"volumes: ['data:/x:rw,nocopy,z']", "{\"volumes\":[\"data:/x\"]}", NULL},
        {"volumes: [{type: volume, source: data, target: /x, read_only: true}]",
         "{\"volumes\":[\"data:/x:ro\"]}", NULL},
        {"volumes: null", "{}", NULL},
        {"volumes: []", "{}", NULL},
    };
    check(cases, COUNT(cases));
}

static void volumes_that_are_used_are_the_values_too(void **state)
{
    (void)state;
    begin("services:\n  web: {volumes: ['Db_data:/db']}\n" BEHIND);
    volumes_convert(compose.services);
    assert_string_equal(json_of(compose.values), "{\"volumes\":{\"db-data\":{}}}");
}

static void those_without_a_name_are_the_pods_own(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        /* scratch-1 is a name of the file's */
        {"volumes: [/cache]", OWN("scratch-2", "{}", "/cache", ""), NULL},
        {"volumes: [{type: volume, target: /cache}]", OWN("scratch-2", "{}", "/cache", ""), NULL},
        {"tmpfs: /run", OWN("scratch-2", "{\"medium\":\"Memory\"}", "/run", ""), NULL},
        {"tmpfs: ['/run:size=64m,ro']",
         OWN("scratch-2", "{\"medium\":\"Memory\",\"sizeLimit\":\"64Mi\"}", "/run", ",\"readOnly\":true"),
         NULL},
        {"volumes: [{type: tmpfs, target: /run, tmpfs: {size: 1g}}]",
         OWN("scratch-2", "{\"medium\":\"Memory\",\"sizeLimit\":\"1Gi\"}", "/run", ""), NULL},
        {"shm_size: 128m",
         OWN("scratch-2", "{\"medium\":\"Memory\",\"sizeLimit\":\"128Mi\"}", "/dev/shm", ""), NULL},
        {"tmpfs: ['/run:mode=1777']", OWN("scratch-2", "{\"medium\":\"Memory\"}", "/run", ""),
         "services.web.tmpfs: the option mode=1777 is left out"},
    };
    check(cases, COUNT(cases));
}

static void paths_of_the_host_are_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"volumes: ['./src:/src']", NULL, "services.web.volumes: ./src is a path of the host"},
        {"volumes: ['/etc:/x']", NULL, "/etc is a path of the host"},
        {"volumes: ['~/x:/x']", NULL, "~/x is a path of the host"},
        {"volumes: ['C:\\x:/x']", NULL, "is a path of the host"},
        {"volumes: [{type: bind, source: /a, target: /b}]", NULL, "/a is a path of the host"},
    };
    check(cases, COUNT(cases));
}

static void what_cannot_be_mounted_is_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"volumes: ['data:relative']", NULL, "relative is no path to mount on"},
        {"volumes: ['data:/']", NULL, "/ is no path to mount on"},
        {"volumes: ['data:/etc/resolv.conf']", NULL, "leads to the DNS sidecar"},
        {"volumes: ['data:/x', 'Db_data:/x']", NULL, "something is mounted on /x already, at line 3"},
        {"volumes: ['dat:/x']", NULL, "services.web.volumes: volumes has no dat; meant is perhaps data"},
        {"volumes: ['data:/x:rx']", NULL, "the option rx is not known"},
        {"volumes: ['data:/x:ro:more']", NULL, "NAME:/PATH[:ro] is wanted, not data:/x:ro:more"},
        {"volumes: [':/x']", NULL, "NAME:/PATH[:ro] is wanted"},
        {"volumes: ['data:']", NULL, "NAME:/PATH[:ro] is wanted"},
        {"volumes: ['other:/x']", NULL, "volumes.other.driver: the claim that is made"},
        {"volumes: [{type: npipe, source: a, target: /b}]", NULL, "the type npipe has no counterpart"},
        {"volumes: [{source: data}]", NULL, "type and target are wanted"},
        {"volumes: [{type: volume, source: data, target: /x, volume: {subpath: a}}]", NULL,
         "subpath has no counterpart"},
        {"tmpfs: ['/run:size=big']", NULL, "big is no size"},
        {"shm_size: huge", NULL, "services.web.shm_size: huge is no size"},
        {"volumes: text", NULL, "services.web.volumes: a list is wanted"},
    };
    check(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(named_volumes_are_named_as_the_cluster_can),
        with_compose(volumes_that_are_used_are_the_values_too),
        with_compose(those_without_a_name_are_the_pods_own),
        with_compose(paths_of_the_host_are_refused),
        with_compose(what_cannot_be_mounted_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

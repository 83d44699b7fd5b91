#include "render/helm.h"

int helm_render(struct helm *h, struct text *to)
{
    (void)to;
    return fault_set(&h->fault, "the template engine is not there yet");
}

#include "dnsd/rrtype.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct word {
    uint16_t number;
    const char *name;
};

static const struct word types[] = {
    {1, "A"},       {2, "NS"},     {5, "CNAME"},    {6, "SOA"},         {10, "NULL"},       {12, "PTR"},
    {13, "HINFO"},  {15, "MX"},    {16, "TXT"},     {17, "RP"},         {18, "AFSDB"},      {24, "SIG"},
    {25, "KEY"},    {28, "AAAA"},  {29, "LOC"},     {33, "SRV"},        {35, "NAPTR"},      {36, "KX"},
    {37, "CERT"},   {39, "DNAME"}, {41, "OPT"},     {42, "APL"},        {43, "DS"},         {44, "SSHFP"},
    {46, "RRSIG"},  {47, "NSEC"},  {48, "DNSKEY"},  {50, "NSEC3"},      {51, "NSEC3PARAM"}, {52, "TLSA"},
    {53, "SMIMEA"}, {59, "CDS"},   {60, "CDNSKEY"}, {61, "OPENPGPKEY"}, {62, "CSYNC"},      {63, "ZONEMD"},
    {64, "SVCB"},   {65, "HTTPS"}, {99, "SPF"},     {249, "TKEY"},      {250, "TSIG"},      {251, "IXFR"},
    {252, "AXFR"},  {255, "ANY"},  {256, "URI"},    {257, "CAA"},
};

static const struct word classes[] = {{1, "IN"}, {3, "CH"}, {4, "HS"}, {254, "NONE"}, {255, "ANY"}};

static const struct word rcodes[] = {{0, "NOERROR"}, {1, "FORMERR"}, {2, "SERVFAIL"}, {3, "NXDOMAIN"},
                                     {4, "NOTIMP"},  {5, "REFUSED"}, {6, "YXDOMAIN"}, {7, "YXRRSET"},
                                     {8, "NXRRSET"}, {9, "NOTAUTH"}, {10, "NOTZONE"}};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void put(char to[RRTYPE_TEXT_MAX], const struct word *words, size_t count, uint16_t number,
                const char *other)
{
    for (size_t i = 0; i < count; i++)
        if (words[i].number == number) {
            snprintf(to, RRTYPE_TEXT_MAX, "%s", words[i].name);
            return;
        }
    snprintf(to, RRTYPE_TEXT_MAX, "%s%u", other, number);
}

void rrtype_to_text(char to[RRTYPE_TEXT_MAX], uint16_t type)
{
    put(to, types, COUNT(types), type, "TYPE");
}

void rrclass_to_text(char to[RRTYPE_TEXT_MAX], uint16_t class)
{
    put(to, classes, COUNT(classes), class, "CLASS");
}

void rcode_to_text(char to[RRTYPE_TEXT_MAX], uint16_t rcode)
{
    put(to, rcodes, COUNT(rcodes), rcode, "RCODE");
}

bool rrtype_from_text(const char *text, uint16_t *out)
{
    char *end;
    for (size_t i = 0; i < COUNT(types); i++)
        if (strcasecmp(types[i].name, text) == 0) {
            *out = types[i].number;
            return true;
        }
    if (strncasecmp(text, "TYPE", 4) != 0 || text[4] < '0' || text[4] > '9')
        return false;
    unsigned long number = strtoul(text + 4, &end, 10);
    *out = (uint16_t)number;
    return *end == '\0' && number <= UINT16_MAX;
}

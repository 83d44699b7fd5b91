// As lookup.c, with Node: `getaddrinfo` is the C library's, `c-ares` Node's own resolver.
const dns = require("node:dns").promises;
const [how, first, second] = process.argv.slice(2);

async function look() {
    if (first === "-r") {
        return how === "c-ares" ? dns.reverse(second) : [(await dns.lookupService(second, 80)).hostname];
    }
    if (how === "getaddrinfo") {
        return (await dns.lookup(first, { all: true })).map((found) => found.address);
    }
    return dns.resolve4(first);
}

const started = process.hrtime.bigint();
look()
    .then((found) => found.forEach((f) => console.log(f)))
    .catch((e) => {
        console.log(e.code);
        process.exitCode = 1;
    })
    .finally(() => console.log("ms", Number((process.hrtime.bigint() - started) / 1000000n)));

/* attributes.h: promises the compiler can check. */
#pragma once

#define MUST_CHECK     __attribute__((warn_unused_result))
#define PRINTF(at, of) __attribute__((format(printf, at, of)))

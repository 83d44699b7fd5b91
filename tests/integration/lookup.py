"""As lookup.c, with Python's getaddrinfo (the C library's)."""
import socket
import sys
import time

started = time.monotonic()
failed = False
try:
    if sys.argv[1] == "-r":
        print(socket.gethostbyaddr(sys.argv[2])[0])
    else:
        for found in socket.getaddrinfo(sys.argv[1], None, type=socket.SOCK_STREAM):
            print(found[4][0])
except OSError as e:
    print(e)
    failed = True
print("ms", round((time.monotonic() - started) * 1000))
sys.exit(failed)

/* give_back.h: memory that only the start needed, given back to the kernel. */
#pragma once

/* Lets go of the program's own pages that are only read: code and constants. What is still needed comes back
 * at its next use, from the page cache; what read the configuration and set up the loop does not. Nothing is
 * lost, and nothing depends on it. */
void give_back_start(void);

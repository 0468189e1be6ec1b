/**
 * Whatever is typed, pasted or read: no command ends in a crash, and no planted secret comes through. The kept inputs run with
 * all other tests; the profile {@code fuzz} looks for new ones.
 */
@NullMarked
package io.scimdoctor.fuzz;

import org.jspecify.annotations.NullMarked;

/** What the user names as input, a file or standard input, and where in it something stands. */
@NullMarked
package io.scimdoctor.input;

import org.jspecify.annotations.NullMarked;

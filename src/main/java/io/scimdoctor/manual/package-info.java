/** What the commands look like from outside: for help, man pages, completion of a shell, and the interactive session. */
@NullMarked
package io.scimdoctor.manual;

import org.jspecify.annotations.NullMarked;

/** What the commands look like from outside: for help, completion, man pages and the interactive session. */
@NullMarked
package io.scimdoctor.manual;

import org.jspecify.annotations.NullMarked;

/** Commands about the program itself: completion, manual, version. */
@NullMarked
package io.scimdoctor.cli.help;

import org.jspecify.annotations.NullMarked;

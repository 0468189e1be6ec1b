/** Commands about what was kept: {@code runs}, {@code ticket}. */
@NullMarked
package io.scimdoctor.cli.kept;

import org.jspecify.annotations.NullMarked;

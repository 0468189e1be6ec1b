/** Commands about answers that others captured: {@code classify}, {@code explain}. */
@NullMarked
package io.scimdoctor.cli.captured;

import org.jspecify.annotations.NullMarked;

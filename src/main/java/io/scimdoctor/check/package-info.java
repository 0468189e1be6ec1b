/** Plans, runs and records the checks of a diagnosis. */
@NullMarked
package io.scimdoctor.check;

import org.jspecify.annotations.NullMarked;

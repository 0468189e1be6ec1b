/** From one exchange and what is known beside it to one finding with its proof. */
@NullMarked
package io.scimdoctor.diagnosis;

import org.jspecify.annotations.NullMarked;

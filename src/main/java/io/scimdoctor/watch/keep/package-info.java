/** Where a watch keeps what must survive its process. */
@NullMarked
package io.scimdoctor.watch.keep;

import org.jspecify.annotations.NullMarked;

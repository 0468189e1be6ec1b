/** One request to the service and what came back, or why nothing did. */
@NullMarked
package io.scimdoctor.exchange;

import org.jspecify.annotations.NullMarked;

/** The simulated SCIM service: directory, endpoints, and the rules on requests, which are those of {@code lint}. */
@NullMarked
package io.scimdoctor.simulator.scim;

import org.jspecify.annotations.NullMarked;

/** The loopback imitation of Microsoft Entra's SCIM API, with its faults. */
@NullMarked
package io.scimdoctor.simulator;

import org.jspecify.annotations.NullMarked;
